package dev.voxpop.matching.sample;

import dev.voxpop.contracts.identity.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The people of a survey in order of their keys.
 *
 * @param people rows with distinct keys
 */
public record HumanSample(List<Person> people) {

  private static final char PART = '\u001F';

  public HumanSample {
    people = people.stream().sorted(Comparator.comparing(Person::key)).toList();
  }

  /** Returns the hash of keys, weights and codes; the order of rows and columns does not matter. */
  public String contentHash() {
    var text = new StringBuilder();
    for (Person person : people) {
      text.append(person.key()).append(PART).append(person.weight());
      for (Map.Entry<String, Integer> code : person.codes().entrySet()) {
        text.append(PART).append(code.getKey()).append('=').append(code.getValue());
      }
      text.append('\n');
    }
    return Sha256.hex(text.toString());
  }
}
