/** What the survey stage offers. */
@NullMarked
package dev.voxpop.contracts.survey;

import org.jspecify.annotations.NullMarked;
