/** From stories with traits and the margins of people to one weight per persona. */
@NullMarked
package dev.voxpop.matching.weighting;

import org.jspecify.annotations.NullMarked;
