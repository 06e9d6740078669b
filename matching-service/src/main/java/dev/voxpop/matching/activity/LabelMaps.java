package dev.voxpop.matching.activity;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.trait.LabelMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The label maps of all traits a wave maps. */
final class LabelMaps {

  private LabelMaps() {}

  static Map<String, LabelMap> of(Wave wave, Waves waves) {
    Map<String, LabelMap> maps = new LinkedHashMap<>();
    for (Demographic demographic : wave.demographics()) {
      if (demographic.persona().isPresent()) {
        var options = waves.traits().require(demographic.trait()).optionNames();
        maps.put(demographic.trait(), LabelMap.of(demographic, options));
      }
    }
    return maps;
  }
}
