/** Tests of the whole process on real servers. */
@NullMarked
package dev.voxpop.worker;

import org.jspecify.annotations.NullMarked;
