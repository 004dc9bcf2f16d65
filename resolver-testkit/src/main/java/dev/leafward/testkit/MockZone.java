// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.name.DomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A zone that is being added to a {@link MockInternet}: first where it is served, then its data.
 *
 * <p>The last step, one of {@link #text}, {@link #file}, {@link #resource}, reads the data and adds
 * the zone; each throws {@link dev.leafward.testkit.zone.InvalidZoneException} if they are not a
 * zone.
 */
public final class MockZone {

  private final MockInternet internet;
  private final String origin;
  private final List<String> addresses = new ArrayList<>();

  MockZone(MockInternet internet, String origin) {
    this.internet = internet;
    this.origin = origin;
  }

  /**
   * Serves the zone at these "Internet" addresses. Without any, it is served at the addresses that
   * the zones of this Internet give to its name servers.
   *
   * @param more IP literals, perhaps with a port; 53 unless given
   */
  public MockZone at(String... more) {
    addresses.addAll(List.of(more));
    return this;
  }

  /** Reads the data from master-file text. */
  public MockInternet text(String masterFile) {
    return internet.add(Zone.parse(origin, masterFile), addresses);
  }

  /**
   * Reads the data from a master file in UTF-8.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public MockInternet file(Path masterFile) {
    try (BufferedReader in = Files.newBufferedReader(masterFile)) {
      return internet.add(Zone.read(DomainName.of(origin), in, masterFile.toString()), addresses);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + masterFile, e);
    }
  }

  /**
   * Reads the data from a master file beside a class, as {@link Class#getResourceAsStream} finds
   * it.
   *
   * @throws UncheckedIOException if there is none, or it cannot be read
   */
  public MockInternet resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new NoSuchFileException(name, null, "no such resource beside " + owner.getName());
      }
      InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8);
      return internet.add(Zone.read(DomainName.of(origin), text, name), addresses);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the zone " + origin, e);
    }
  }
}
