/** What a matching did: re-use, weights, agreement, and balance between humans and personas. */
@NullMarked
package dev.voxpop.matching.balance;

import org.jspecify.annotations.NullMarked;
