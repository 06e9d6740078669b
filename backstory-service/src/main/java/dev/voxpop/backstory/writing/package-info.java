/** The bytes of prompts and passages around a life story. */
@NullMarked
package dev.voxpop.backstory.writing;

import org.jspecify.annotations.NullMarked;
