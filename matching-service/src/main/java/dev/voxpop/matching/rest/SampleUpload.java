package dev.voxpop.matching.rest;

import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.config.InstrumentFolder;
import dev.voxpop.matching.sample.CellValues;
import dev.voxpop.matching.sample.SampleReader;
import dev.voxpop.matching.sample.SampleReading;
import dev.voxpop.matching.store.HumanSampleRow;
import dev.voxpop.matching.store.Samples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/** The upload of human data: read by the wave's rules, checked, stored once. */
@ApplicationScoped
public class SampleUpload {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  private final Samples samples;
  private final Waves waves;

  @Inject
  public SampleUpload(Samples samples, InstrumentFolder instruments) {
    this.samples = samples;
    this.waves = instruments.waves();
  }

  /** Stores the sample, or returns the one that is there with the same content. */
  public HumanSampleRow keep(String id, String waveId, SampleForm form, InputStream data) {
    if (!ID.matcher(id).matches()) {
      throw Refusal.badRequest(
          "\"%s\" cannot be the id of a sample.".formatted(id),
          "use up to 63 lower-case letters, digits, dots, hyphens and underscores");
    }
    Wave wave =
        waves
            .find(waveId)
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "There is no wave \"%s\".".formatted(waveId),
                        "it is one of " + waves.ids()));
    SampleReading.Accepted reading = accepted(id, read(wave, form, data));
    HumanSampleRow row = samples.keep(id, wave, reading);
    if (!row.contentHash.equals(reading.sample().contentHash()) || !row.wave.equals(waveId)) {
      throw Refusal.conflict(
          "Sample \"%s\" holds other data.".formatted(id),
          "choose a new id; samples are never changed");
    }
    return row;
  }

  private static SampleReading.Accepted accepted(String id, SampleReading reading) {
    return switch (reading) {
      case SampleReading.Accepted accepted -> accepted;
      case SampleReading.Refused refused ->
          throw Refusal.invalidData(
              "The data of sample \"%s\" do not fit the wave.".formatted(id),
              "correct what is listed and send the file again",
              refused.problems());
    };
  }

  private static SampleReading read(Wave wave, SampleForm form, InputStream data) {
    CellValues values = form.values();
    try (var reader = new InputStreamReader(data, charset(form.charset()).newDecoder())) {
      return SampleReader.of(wave, values).readCsv(reader);
    } catch (CharacterCodingException e) {
      throw Refusal.badRequest(
          "The data are not in %s.".formatted(form.charset()),
          "name the right charset, for instance charset=windows-1252");
    } catch (IOException e) {
      throw Refusal.badRequest("The data ended too early.", "send them again");
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Refusal.badRequest(
          "\"%s\" is no charset.".formatted(name), "use UTF-8 or windows-1252");
    }
  }
}
