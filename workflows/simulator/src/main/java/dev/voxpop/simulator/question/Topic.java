package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeVector;
import java.util.List;

/**
 * A subject that questions and stories touch: what being for it means in the space of attitudes,
 * the words by which a question shows that it is about it, and the things one can be for (or, in
 * {@code unwelcome}, against) in a story.
 */
public record Topic(
    String name,
    AttitudeVector direction,
    List<String> keywords,
    List<String> welcome,
    List<String> unwelcome) {
  public Topic {
    keywords = List.copyOf(keywords);
    welcome = List.copyOf(welcome);
    unwelcome = List.copyOf(unwelcome);
  }
}
