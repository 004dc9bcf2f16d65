// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Record data in both its forms, for the tests of all types; the seeds of the fuzz tests, too. */
public final class RDataVectors {
  private RDataVectors() {}

  /**
   * One value.
   *
   * @param origin where it comes from
   * @param type its type
   * @param text its presentation form, as we print it
   * @param hex its wire form; blanks do not count
   */
  public record Vector(String origin, RRType type, String text, String hex) {
    /** Returns the wire form. */
    public byte[] wire() {
      return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Override
    public String toString() {
      return type + " (" + origin + ")";
    }
  }

  private static final String EXAMPLE_COM = "07 6578616d706c65 03 636f6d 00";

  private static final List<Vector> COMMON =
      List.of(
          new Vector("own", RRType.A, "192.0.2.1", "c0000201"),
          new Vector("own", RRType.A, "0.0.0.0", "00000000"),
          new Vector("own", RRType.NS, "ns.example.com.", "02 6e73" + EXAMPLE_COM),
          new Vector("own", RRType.CNAME, "example.com.", EXAMPLE_COM),
          new Vector("own", RRType.CNAME, ".", "00"),
          new Vector("own", RRType.PTR, "a\\.b\\000.example.com.", "04 612e6200" + EXAMPLE_COM),
          new Vector("own", RRType.DNAME, "example.com.", EXAMPLE_COM),
          new Vector(
              "the root zone",
              RRType.SOA,
              "a.root-servers.net. nstld.verisign-grs.com. 2019121300 1800 900 604800 86400",
              "01 61 0c 726f6f742d73657276657273 03 6e6574 00"
                  + "05 6e73746c64 0c 766572697369676e2d677273 03 636f6d 00"
                  + "78595894 00000708 00000384 00093a80 00015180"),
          new Vector(
              "own",
              RRType.SOA,
              ". . 4294967295 4294967295 4294967295 4294967295 4294967295",
              "00 00 ffffffff ffffffff ffffffff ffffffff ffffffff"),
          new Vector("own", RRType.MX, "10 example.com.", "000a" + EXAMPLE_COM),
          new Vector("RFC 7505", RRType.MX, "0 .", "0000 00"),
          new Vector("own", RRType.TXT, "\"one\" \"two\"", "03 6f6e65 03 74776f"),
          new Vector("own", RRType.TXT, "\"\"", "00"),
          new Vector("own", RRType.TXT, "\"\\000\\\"\\\\;\\255\"", "05 00225c3bff"),
          new Vector("own", RRType.AAAA, "2001:db8::1", "20010db8000000000000000000000001"),
          new Vector("own", RRType.AAAA, "::ffff:192.0.2.1", "00000000000000000000ffffc0000201"),
          new Vector("own", RRType.SRV, "0 5 5060 example.com.", "0000 0005 13c4" + EXAMPLE_COM),
          new Vector(
              "RFC 4034 section 5.4",
              RRType.DS,
              "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
              "ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118"),
          new Vector(
              "IANA's root anchor",
              RRType.DS,
              "20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237 C7F8EC8D",
              "4f66 08 02 e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d"),
          new Vector(
              "own, times around the wrap of 2106",
              RRType.RRSIG,
              "TYPE65280 255 2 3600 19700101000000 21060207062815 65535 . AA==",
              "ff00 ff 02 00000e10 00000000 ffffffff ffff 00 00"),
          new Vector(
              "RFC 4034 section 4.3",
              RRType.NSEC,
              "host.example.com. A MX RRSIG NSEC TYPE1234",
              "04 686f7374" + EXAMPLE_COM + "00 06 400100000003 04 1b" + "00".repeat(26) + "20"),
          new Vector("own", RRType.NSEC, "example.com.", EXAMPLE_COM),
          new Vector(
              "RFC 5155 appendix A",
              RRType.NSEC3,
              "1 1 12 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NS SOA MX RRSIG DNSKEY NSEC3PARAM",
              "01 01 000c 04 aabbccdd 14 174eb2409fe28bcb4887a1836f957f0a8425e27b"
                  + "00 07 22010000000290"),
          new Vector("own", RRType.NSEC3, "1 0 0 - 04", "01 00 0000 00 01 01"),
          new Vector("own", RRType.DNSKEY, "256 3 8 AQI=", "0100 03 08 0102"),
          new Vector(
              "own",
              RRType.ZONEMD,
              "2026112201 1 1 000102030405060708090A0B0C0D0E0F101112131415161718191A1B"
                  + " 1C1D1E1F202122232425262728292A2B2C2D2E2F",
              "78c404c9 01 01 000102030405060708090a0b0c0d0e0f1011121314151617"
                  + "18191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"),
          new Vector("RFC 3597 section 5", RRType.of(62347), "\\# 0", ""),
          new Vector("RFC 3597 section 5", RRType.of(731), "\\# 6 ABCDEF012345", "abcdef012345"),
          new Vector(
              "dig 9.18",
              RRType.of(65281),
              "\\# 40 0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C"
                  + " 1D1E1F202122232425262728",
              "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"
                  + "2122232425262728"));

  /** The vectors of all types. */
  public static final List<Vector> ALL =
      Stream.of(
              COMMON,
              ClassicRDataVectors.ALL,
              LaterRDataVectors.ALL,
              SecurityRDataVectors.ALL,
              ServiceRDataVectors.ALL,
              ServiceBindingVectors.ALL)
          .flatMap(List::stream)
          .toList();
}
