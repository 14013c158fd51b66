export { PartitionLoader } from './partition.loader.js';
export { PartitionsModule } from './partitions.module.js';
