package dev.voxpop.matching.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.HarbourPanel;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleReaderTest {

  private static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  private static final String COLUMN = WAVE.demographics().getFirst().column();

  @Test
  void data_thatFit_areSummarised() {
    SampleReading.Accepted reading = accepted(HarbourPanel.csv(60));
    assertThat(reading.summary().people()).isEqualTo(60);
    assertThat(reading.summary().weightSum()).isCloseTo(90, within(1e-12));
    assertThat(reading.summary().effectivePeople())
        .isCloseTo(90.0 * 90 / (20 * (.25 + 2.25 + 6.25)), within(1e-9));
    assertThat(reading.summary().columns())
        .allMatch(column -> column.valid() + column.refused() + column.missing() == 60);
  }

  @Test
  void contentHash_rowsShuffledAndSeparatorChanged_isTheSame() {
    String csv = HarbourPanel.csv(20);
    List<String> lines = csv.lines().toList();
    String shuffled =
        "\uFEFF"
            + lines.getFirst()
            + "\r\n"
            + String.join("\r\n", lines.subList(1, 21).reversed())
            + "\r\n";
    String hash = accepted(csv).sample().contentHash();
    assertThat(accepted(shuffled).sample().contentHash()).isEqualTo(hash);
    assertThat(accepted(csv.replace(',', ';')).sample().contentHash()).isEqualTo(hash);
    assertThat(accepted(csv.replace(',', '\t')).sample().contentHash()).isEqualTo(hash);
    assertThat(accepted(HarbourPanel.csv(21)).sample().contentHash()).isNotEqualTo(hash);
  }

  @Test
  void cells_emptyNaAndDecimal_areMissingOrWholeNumbers() {
    String csv = HarbourPanel.csv(3);
    int place = Arrays.asList(csv.lines().findFirst().orElseThrow().split(",", -1)).indexOf(COLUMN);
    String changed = change(change(change(csv, 1, place, ""), 2, place, "NA"), 3, place, "2.0");
    List<Person> people = accepted(changed).sample().people();
    assertThat(people.get(0).codes()).doesNotContainKey(COLUMN);
    assertThat(people.get(1).codes()).doesNotContainKey(COLUMN);
    assertThat(people.get(2).codes()).containsEntry(COLUMN, 2);
  }

  @Test
  void data_withProblems_areRefusedWithTheirLines() {
    String csv = HarbourPanel.csv(4);
    String changed = change(change(change(csv, 1, 1, "-1"), 2, 0, ""), 4, 0, "P0002");
    int place = Arrays.asList(csv.lines().findFirst().orElseThrow().split(",", -1)).indexOf(COLUMN);
    assertThat(refused(change(changed, 3, place, "77")))
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("Line 2: weight \"-1\""),
            problem -> assertThat(problem).startsWith("Line 3: the key is empty"),
            problem ->
                assertThat(problem).startsWith("Line 4: column \"" + COLUMN + "\" has \"77\""),
            problem -> assertThat(problem).startsWith("Line 5: key \"P0002\" occurs twice"));
  }

  @Test
  void data_withBrokenRows_areRefused() {
    assertThat(refused(HarbourPanel.csv(2) + "a,b\n").getFirst()).startsWith("Line 4: 2 cells");
    assertThat(refused(HarbourPanel.csv(2) + "\"open,1\n").getFirst()).contains("quote");
    assertThat(refused("").getFirst()).contains("empty");
    assertThat(refused(HarbourPanel.csv(0)).getFirst()).contains("no rows");
  }

  @Test
  void column_thatIsMissing_isNamedWithTheClosest() {
    assertThat(refused(HarbourPanel.csv(2).replace("PERSON", "PERSONS")).getFirst())
        .contains("\"PERSON\"")
        .contains("Maybe it is one of [PERSONS");
  }

  @Test
  void labels_insteadOfCodes_giveTheSamePeople() throws IOException {
    String csv = HarbourPanel.csv(24);
    List<String> lines = csv.lines().toList();
    String[] header = lines.getFirst().split(",", -1);
    StringBuilder labelled = new StringBuilder(String.join("\t", header) + "\n");
    for (String line : lines.subList(1, 25)) {
      String[] cells = line.split(",", -1);
      for (int place = 2; place < cells.length; place++) {
        cells[place] = text(header[place], Integer.parseInt(cells[place]));
      }
      labelled.append(String.join("\t", cells)).append('\n');
    }
    SampleReading reading =
        SampleReader.of(WAVE, CellValues.LABELS).readCsv(new StringReader(labelled.toString()));
    assertThat(reading).isInstanceOf(SampleReading.Accepted.class);
    assertThat(((SampleReading.Accepted) reading).sample()).isEqualTo(accepted(csv).sample());
  }

  @Test
  void draw_fromShuffledPeople_isTheSameAndOfTheSize() {
    List<Person> people = accepted(HarbourPanel.csv(60)).sample().people();
    List<Person> drawn = SeededDraw.of(people, 25, 5);
    assertThat(drawn).hasSize(25).isEqualTo(SeededDraw.of(people.reversed(), 25, 5));
    assertThat(SeededDraw.of(people, 25, 6)).isNotEqualTo(drawn);
  }

  @Test
  void draw_overManySeeds_takesEverybodyEquallyOften() {
    List<Person> people = accepted(HarbourPanel.csv(10)).sample().people();
    var random = new SplittableRandom(1);
    int[] taken = new int[10];
    for (int round = 0; round < 2_000; round++) {
      for (Person person : SeededDraw.of(people, 5, random.nextLong())) {
        taken[people.indexOf(person)]++;
      }
    }
    for (int count : taken) {
      assertThat(count).isBetween(900, 1_100);
    }
  }

  @Test
  void pseudonym_ofAKey_isTheHmacOfTheContentHash() {
    // printf %s P1 | openssl dgst -sha256 -hmac abc   (OpenSSL 3.0)
    assertThat(Pseudonyms.of("abc").of(Person.of("P1", 1, java.util.Map.of())))
        .isEqualTo("r-" + "e9ce08c14668ac84");
  }

  private static String text(String column, int code) {
    return java.util.stream.Stream.concat(
            WAVE.questions().stream()
                .filter(question -> question.column().equals(column))
                .flatMap(question -> question.scale().options().stream())
                .filter(option -> option.code() == code)
                .map(option -> option.text()),
            WAVE.demographics().stream()
                .filter(demographic -> demographic.column().equals(column))
                .flatMap(demographic -> demographic.options().stream())
                .filter(option -> option.code() == code)
                .map(option -> option.text()))
        .findFirst()
        .orElseThrow();
  }

  private static String change(String csv, int row, int place, String cell) {
    List<String> lines = new java.util.ArrayList<>(csv.lines().toList());
    String[] cells = lines.get(row).split(",", -1);
    cells[place] = cell;
    lines.set(row, String.join(",", cells));
    return String.join("\n", lines) + "\n";
  }

  private static SampleReading.Accepted accepted(String csv) {
    SampleReading reading = read(csv);
    assertThat(reading).isInstanceOf(SampleReading.Accepted.class);
    return (SampleReading.Accepted) reading;
  }

  private static List<String> refused(String csv) {
    SampleReading reading = read(csv);
    assertThat(reading).isInstanceOf(SampleReading.Refused.class);
    return ((SampleReading.Refused) reading).problems();
  }

  private static SampleReading read(String csv) {
    try {
      return SampleReader.of(WAVE, CellValues.CODES).readCsv(new StringReader(csv));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
