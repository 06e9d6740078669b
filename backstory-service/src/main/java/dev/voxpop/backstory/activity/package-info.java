/** The backstory stage's activities, translated to and from its features. */
@NullMarked
package dev.voxpop.backstory.activity;

import org.jspecify.annotations.NullMarked;
