package dev.voxpop.matching.store;

import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.sample.Person;
import dev.voxpop.matching.sample.Pseudonyms;
import dev.voxpop.matching.sample.SampleReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Human samples. */
@ApplicationScoped
public class Samples {

  private final Rows rows;

  @Inject
  public Samples(Rows rows) {
    this.rows = rows;
  }

  /**
   * Stores a sample unless its id is taken, and returns what is stored under the id.
   *
   * <p>A sample is never changed: the caller compares content hashes.
   */
  @Transactional
  public HumanSampleRow keep(String id, Wave wave, SampleReading.Accepted reading) {
    String hash = reading.sample().contentHash();
    int inserted =
        rows.change(
            "insert into human_sample (id, content_hash, wave, wave_hash, people, summary)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            List.of(
                id,
                hash,
                wave.id(),
                wave.provenance().sha256(),
                reading.sample().people().size(),
                Json.write(reading.summary())));
    if (inserted == 1) {
      Pseudonyms pseudonyms = Pseudonyms.of(hash);
      rows.write(
          "insert into human (sample, respondent, key, weight, codes) values (?, ?, ?, ?, ?)",
          reading.sample().people(),
          (statement, person) -> {
            statement.setString(1, id);
            statement.setString(2, pseudonyms.of(person));
            statement.setString(3, person.key());
            statement.setDouble(4, person.weight());
            statement.setString(5, Json.write(person.codes()));
          });
    }
    return HumanSampleRow.findById(id);
  }

  @Transactional
  public Optional<HumanSampleRow> find(String id) {
    return HumanSampleRow.findByIdOptional(id);
  }

  @Transactional
  public List<HumanSampleRow> list() {
    return HumanSampleRow.list("order by id");
  }

  @Transactional
  public List<HumanSampleRow> ofWave(String wave) {
    return HumanSampleRow.list("wave = ?1 order by id", wave);
  }

  /** Returns the people of a sample in order of their keys. */
  @Transactional
  public List<Person> people(String sample) {
    return rows.read(
        "select key, weight, codes from human where sample = ? order by key",
        List.of(sample),
        row -> new Person(row.getString(1), row.getDouble(2), Json.numbers(row.getString(3))));
  }
}
