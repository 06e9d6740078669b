/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.hosting.peer;

import org.jspecify.annotations.NullMarked;
