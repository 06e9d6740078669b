package dev.voxpop.instrument.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;

/** The writing of files that people will edit. */
final class YamlText {
  private YamlText() {}

  /** The values as a YAML document. */
  static String of(Map<String, Object> file) {
    try {
      return new YAMLMapper()
          .configure(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, false)
          .writeValueAsString(file);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The file cannot be written.\nMaybe report this.", e);
    }
  }
}
