// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.wire.name.InvalidNameException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from system properties and from {@code leafward.properties}: what the former say
 * wins, property by property.
 */
final class SettingsReader {

  static final String MODE = "leafward.inet";
  static final String SHADOW = "leafward.inet.shadow";
  static final String BUILT_IN = "leafward.inet.builtin";
  static final String HINTS = "leafward.inet.hints";
  static final String TIMEOUT = "leafward.inet.timeout";
  static final String FILE = "leafward.properties";

  private static final Set<String> KNOWN = Set.of(MODE, SHADOW, BUILT_IN, HINTS, TIMEOUT);
  private static final Pattern COMMA = Pattern.compile(",");

  /**
   * Settings that were found.
   *
   * @param settings what they are
   * @param origin where the mode stands, in words
   */
  record Read(InetSettings settings, String origin) {}

  /** A property's value, and where it stands. */
  private record Value(String text, String origin) {
    InvalidSettingException invalid(String property, String expected) {
      return new InvalidSettingException(
          property + "=" + PrintableText.name(text) + " (" + origin + ") is not " + expected);
    }
  }

  private final Map<String, Value> values = new HashMap<>();

  private SettingsReader() {}

  /**
   * What is set, nothing if no mode is.
   *
   * @param system the system properties
   * @param file where {@code leafward.properties} is, if it is anywhere
   * @throws InvalidSettingException if a value means nothing
   * @throws IOException if the file cannot be read
   */
  static Optional<Read> read(Properties system, @Nullable URL file)
      throws InvalidSettingException, IOException {
    SettingsReader reader = new SettingsReader();
    if (file != null) {
      Properties inFile = new Properties();
      try (InputStream in = file.openStream()) {
        inFile.load(in);
      }
      reader.take(inFile, file.toString());
    }
    reader.take(system, "system property");
    return reader.settings();
  }

  private void take(Properties properties, String origin) {
    for (String name : properties.stringPropertyNames()) {
      if (name.equals(MODE) || name.startsWith(MODE + ".")) {
        values.put(name, new Value(properties.getProperty(name).strip(), origin));
      }
    }
  }

  private Optional<Read> settings() throws InvalidSettingException {
    for (String name : new TreeSet<>(values.keySet())) {
      if (!KNOWN.contains(name)) {
        throw new InvalidSettingException(
            PrintableText.name(name) + " is none of " + String.join(", ", new TreeSet<>(KNOWN)));
      }
    }
    Value mode = values.get(MODE);
    if (mode == null) {
      return Optional.empty();
    }
    InetSettings settings =
        InetSettings.of(
            InetMode.named(mode.text())
                .orElseThrow(() -> mode.invalid(MODE, "one of " + InetMode.words())));
    return Optional.of(new Read(timed(hinted(scoped(shadowed(settings)))), mode.origin()));
  }

  private InetSettings shadowed(InetSettings settings) throws InvalidSettingException {
    Value kind = values.get(SHADOW);
    if (kind == null) {
      return settings;
    }
    return switch (kind.text()) {
      case "recursive" -> settings.shadowing(InetMode.RECURSIVE);
      case "stub" -> settings.shadowing(InetMode.STUB);
      default -> throw kind.invalid(SHADOW, "one of recursive, stub");
    };
  }

  private InetSettings scoped(InetSettings settings) throws InvalidSettingException {
    Value suffixes = values.get(BUILT_IN);
    if (suffixes == null) {
      return settings;
    }
    List<String> names =
        COMMA
            .splitAsStream(suffixes.text())
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    try {
      return settings.withBuiltIn(names.toArray(String[]::new));
    } catch (InvalidNameException e) {
      throw suffixes.invalid(BUILT_IN, "a list of names with commas between");
    }
  }

  private InetSettings hinted(InetSettings settings) throws InvalidSettingException {
    Value file = values.get(HINTS);
    if (file == null) {
      return settings;
    }
    try {
      return settings.withHints(Path.of(file.text()));
    } catch (InvalidPathException e) {
      throw file.invalid(HINTS, "the name of a file");
    }
  }

  private InetSettings timed(InetSettings settings) throws InvalidSettingException {
    Value millis = values.get(TIMEOUT);
    if (millis == null) {
      return settings;
    }
    try {
      return settings.withTimeout(Duration.ofMillis(Integer.parseInt(millis.text())));
    } catch (IllegalArgumentException e) {
      throw millis.invalid(TIMEOUT, "a number of milliseconds above 0");
    }
  }
}
