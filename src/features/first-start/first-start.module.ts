import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { DemoModule } from '../demo/index.js';
import { PreparationService } from './preparation.service.js';

@Module({
  imports: [AuthModule, DemoModule],
  providers: [PreparationService],
})
export class FirstStartModule {}
