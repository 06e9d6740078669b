/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.event;

import org.jspecify.annotations.NullMarked;
