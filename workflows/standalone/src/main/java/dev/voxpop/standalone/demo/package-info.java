/** People and documents of the demo, all invented. */
@NullMarked
package dev.voxpop.standalone.demo;

import org.jspecify.annotations.NullMarked;
