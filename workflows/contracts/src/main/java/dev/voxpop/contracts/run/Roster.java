package dev.voxpop.contracts.run;

/**
 * What a stage has enrolled and how it wants to be asked for it: ordinals 0 … size−1 in batches.
 *
 * @param size units to work on
 * @param done units that are finished already
 * @param cells planned cells of all units
 * @param batchSize ordinals a batch
 * @param batchWindow batches at the same time
 * @param expectedPerBatch what an average batch will spend
 */
public record Roster(
    int size, int done, long cells, int batchSize, int batchWindow, Allowance expectedPerBatch) {}
