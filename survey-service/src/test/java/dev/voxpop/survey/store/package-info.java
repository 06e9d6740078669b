/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.store;

import org.jspecify.annotations.NullMarked;
