/** From respondents and stories with traits to pairs with a report. */
@NullMarked
package dev.voxpop.matching.pairing;

import org.jspecify.annotations.NullMarked;
