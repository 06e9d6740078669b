/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.interviewing.store;

import org.jspecify.annotations.NullMarked;
