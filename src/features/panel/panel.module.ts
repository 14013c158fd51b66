import { Module } from '@nestjs/common';
import { PanelEndpoint } from './panel.endpoint.js';

/** The curation panel. It is a client of the public API as any other: this serves its files and nothing else. */
@Module({ providers: [PanelEndpoint] })
export class PanelModule {}
