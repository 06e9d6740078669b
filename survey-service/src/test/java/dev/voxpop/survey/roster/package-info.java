/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.roster;

import org.jspecify.annotations.NullMarked;
