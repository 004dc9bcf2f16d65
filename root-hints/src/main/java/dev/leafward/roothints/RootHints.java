// SPDX-License-Identifier: Apache-2.0
package dev.leafward.roothints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The two files by which IANA publishes the root of the DNS, as bundled with this release.
 *
 * <p>The root server addresses are the hints of RFC 9609; the trust anchors are those of RFC 9718.
 * Both are plain ASCII. The files are data and nothing here reads meaning into them: parsing a zone
 * file or the anchors' XML is the business of who needs it, so that this module depends on nothing.
 */
public final class RootHints {
  private static final String NAMED_ROOT = "named.root";
  private static final String ROOT_ANCHORS = "root-anchors.xml";

  private RootHints() {}

  /**
   * The root servers, a zone file with an NS, an A and an AAAA record for each of the thirteen.
   *
   * @return the whole text of {@code named.root}
   */
  public static String namedRoot() {
    return read(NAMED_ROOT);
  }

  /**
   * The root servers, as {@link #namedRoot()} but to be read piece by piece.
   *
   * @return a new stream, which the caller closes
   */
  public static InputStream openNamedRoot() {
    return open(NAMED_ROOT);
  }

  /**
   * The root zone's DNSSEC trust anchors, in the XML form of RFC 9718.
   *
   * @return the whole text of {@code root-anchors.xml}
   */
  public static String trustAnchors() {
    return read(ROOT_ANCHORS);
  }

  /**
   * The trust anchors, as {@link #trustAnchors()} but to be read piece by piece.
   *
   * @return a new stream, which the caller closes
   */
  public static InputStream openTrustAnchors() {
    return open(ROOT_ANCHORS);
  }

  private static String read(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled " + file, e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = RootHints.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException(file + " is missing from the jar of leafward-root-hints");
    }
    return in;
  }
}
