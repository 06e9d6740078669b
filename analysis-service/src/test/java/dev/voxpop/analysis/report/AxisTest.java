package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels of an axis against the places where they stand. */
class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "0.09, '0 0.025 0.05 0.075 0.1'",
    "0.1, '0 0.025 0.05 0.075 0.1'",
    "0.3, '0 0.1 0.2 0.3'",
    "0.0009, '0 0.00025 0.0005 0.00075 0.001'",
    "1, '0 0.25 0.5 0.75 1'",
    "37, '0 10 20 30 40'",
  })
  void labels_ofAllTicks_areTheirPlaces(double largest, String labels) {
    List<String> written = Axis.upTo(largest).ticks().stream().map(Axis::label).toList();
    assertThat(written).containsExactly(labels.split(" ", -1));
  }
}
