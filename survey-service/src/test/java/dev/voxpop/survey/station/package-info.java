/** A survey stage put together by hand on real servers, for tests of its promises. */
@NullMarked
package dev.voxpop.survey.station;

import org.jspecify.annotations.NullMarked;
