package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedSchemaTest {
  private static final Schema WAVE = schema("survey-wave");
  private static final Schema TRAIT = schema("trait");

  @Test
  void shippedWaves_fulfilTheSchema() throws IOException {
    for (SourceFile file : Shipped.waveFiles()) {
      assertThat(errors(WAVE, text(file))).as(file.name()).isEmpty();
    }
  }

  @Test
  void shippedTraits_fulfilTheSchema() throws IOException {
    for (String id : Shipped.traits().ids()) {
      assertThat(errors(TRAIT, text(SourceFile.shipped("traits/" + id + ".yaml"))))
          .as(id)
          .isEmpty();
    }
  }

  @Test
  void richWave_fulfilsTheSchema() throws IOException {
    assertThat(errors(WAVE, WaveReaderTest.BASE)).isEmpty();
  }

  @Test
  void shapesThatTheReaderRefuses_theSchemaRefusesToo() throws IOException {
    List<List<String>> changes =
        List.of(
            List.of("topic: sport", "topik: sport"),
            List.of("kind: nominal", "kind: nominall"),
            List.of("code: 3, text: Daily", "code: 3.5, text: Daily"),
            List.of("scale: often", "scal: often"),
            List.of("permutations: any", "permutations: some"),
            List.of("id: small-wave", "id: Small Wave"),
            List.of(", bio: I am not yet fifty.", ""),
            List.of("unknownCodes: missing", "unknownCodes: maybe"));
    for (List<String> change : changes) {
      String broken = WaveReaderTest.BASE.replace(change.get(0), change.get(1));
      assertThat(WaveReaderTest.read(broken)).isInstanceOf(Reading.Refused.class);
      assertThat(errors(WAVE, broken)).as(change.toString()).isNotEmpty();
    }
  }

  private static List<String> errors(Schema schema, String yaml) throws IOException {
    String json = new YAMLMapper().readTree(yaml).toString();
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String text(SourceFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  private static Schema schema(String name) {
    SourceFile file = SourceFile.shipped("schemas/" + name + ".v1.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(file));
  }
}
