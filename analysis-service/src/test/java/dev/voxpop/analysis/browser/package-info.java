/** A headless browser under the control of tests. */
@NullMarked
package dev.voxpop.analysis.browser;

import org.jspecify.annotations.NullMarked;
