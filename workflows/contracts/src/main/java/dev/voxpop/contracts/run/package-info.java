/** What a run is made of: checks, allowances, batches, receipts, steering. */
@NullMarked
package dev.voxpop.contracts.run;

import org.jspecify.annotations.NullMarked;
