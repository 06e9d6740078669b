/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.hosting.rest;

import org.jspecify.annotations.NullMarked;
