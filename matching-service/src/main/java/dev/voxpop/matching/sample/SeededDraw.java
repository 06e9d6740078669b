package dev.voxpop.matching.sample;

import dev.voxpop.contracts.identity.Sha256;
import java.util.Comparator;
import java.util.List;

/**
 * A simple random sample without replacement: the n people of smallest SHA-256(seed U+001F key).
 *
 * <p>The same seed, size and people give the same draw whatever the order of rows.
 */
public final class SeededDraw {

  private SeededDraw() {}

  /** Returns the drawn people in order of their keys; all of them when there are too few. */
  public static List<Person> of(List<Person> people, int size, long seed) {
    return people.stream()
        .map(person -> new Ticket(Sha256.first64(seed + "\u001F" + person.key()), person))
        .sorted(Ticket.ORDER)
        .limit(size)
        .map(Ticket::person)
        .sorted(Comparator.comparing(Person::key))
        .toList();
  }

  private record Ticket(long number, Person person) {
    static final Comparator<Ticket> ORDER =
        Comparator.<Ticket>comparingLong(ticket -> ticket.number() + Long.MIN_VALUE)
            .thenComparing(ticket -> ticket.person().key());
  }
}
