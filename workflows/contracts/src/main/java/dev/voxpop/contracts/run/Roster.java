package dev.voxpop.contracts.run;

/**
 * What a stage has enrolled and how it wants to be asked for it: ordinals 0 … size−1 in batches.
 *
 * @param size units to work on
 * @param cells planned cells of all units
 * @param answered cells that are stored already, those of unfinished units included
 * @param failed those of them that hold no value
 * @param batchSize ordinals a batch
 * @param batchWindow batches at the same time
 * @param expectedPerBatch what an average batch will spend
 */
public record Roster(
    int size,
    long cells,
    long answered,
    long failed,
    int batchSize,
    int batchWindow,
    Allowance expectedPerBatch) {}
