/** Who is interviewed: personas made of stories, pairs and respondents. */
@NullMarked
package dev.voxpop.survey.roster;

import org.jspecify.annotations.NullMarked;
