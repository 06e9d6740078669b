/** What every stage that interviews keeps beside its own rows: transactions and steering. */
@NullMarked
package dev.voxpop.interviewing.store;

import org.jspecify.annotations.NullMarked;
