// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: keys, certificates and signatures. */
final class SecurityRDataVectors {
  private SecurityRDataVectors() {}

  static final List<Vector> ALL =
      List.of(
          new Vector(
              "RFC 5155 appendix A",
              RRType.NSEC3PARAM,
              "1 0 12 AABBCCDD",
              "01 00 000c 04 aabbccdd"),
          new Vector("own", RRType.NSEC3PARAM, "1 0 0 -", "01 00 0000 00"),
          new Vector(
              "RFC 6698 section 2.3",
              RRType.TLSA,
              "0 0 1 D2ABDE240D7CD3EE6B4B28C54DF034B97983A1D16E8A410E4561CB" + "10 6618E971",
              "00 00 01 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e456" + "1cb106618e971"),
          new Vector(
              "RFC 8162 section 2, form of RFC 6698",
              RRType.SMIMEA,
              "3 0 0 010203",
              "03 00 00 010203"),
          new Vector("RFC 8078 section 4", RRType.CDS, "0 0 0 00", "0000 00 00 00"),
          new Vector(
              "RFC 4034 section 5.4, as CDS",
              RRType.CDS,
              "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
              "ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118"),
          new Vector("RFC 8078 section 4", RRType.CDNSKEY, "0 3 0 AA==", "0000 03 00 00"),
          new Vector("own", RRType.OPENPGPKEY, "AQMFBw==", "01030507"),
          new Vector(
              "RFC 7477 section 2.2",
              RRType.CSYNC,
              "66 3 A NS AAAA",
              "00000042 0003 00 04 60000008"),
          new Vector("own", RRType.CSYNC, "0 0", "00000000 0000"),
          new Vector(
              "own, as BIND prints it",
              RRType.TKEY,
              "gss-tsig. 1700000000 1700003600 3 NOERROR 4 AQIDBA== 0",
              "08 6773732d74736967 00 6553f100 6553ff10 0003 0000 0004 0102" + "0304 0000"),
          new Vector(
              "own, errors and other data",
              RRType.TKEY,
              ". 0 4294967295 65535 BADALG 0 2 AAE=",
              "00 00000000 ffffffff ffff 0015 0000 0002 0001"),
          new Vector(
              "own, as dig prints it",
              RRType.TSIG,
              "hmac-sha256. 1700000000 300 4 AQIDBA== 4660 NOERROR 0",
              "0b 686d61632d736861323536 00 00006553f100 012c 0004 01020304" + " 1234 0000 0000"),
          new Vector(
              "own, with the time of RFC 8945 section 5.2.3",
              RRType.TSIG,
              "hmac-sha256. 281474976710655 300 0 4660 BADTIME 6 AABlU/EA",
              "0b 686d61632d736861323536 00 ffffffffffff 012c 0000 1234 001"
                  + "2 0006 00006553f100"),
          new Vector(
              "own, an error without a name",
              RRType.TSIG,
              ". 0 0 0 0 23 0",
              "00 000000000000 0000 0000 0000 0017 0000"),
          new Vector(
              "RFC 8659 section 4.4, encoded by ldns 1.8.3",
              RRType.CAA,
              "0 issue \"ca1.example.net; account=230123\"",
              "00 05 6973737565 6361312e6578616d706c652e6e65743b206163636f7"
                  + "56e743d323330313233"),
          new Vector(
              "RFC 8659 section 4.5",
              RRType.CAA,
              "128 tbs \"Unknown\"",
              "80 03 746273 556e6b6e6f776e"),
          new Vector("RFC 8659 section 4.2", RRType.CAA, "0 issue \";\"", "00 05 6973737565 3b"),
          new Vector("own", RRType.CAA, "0 iodef \"\"", "00 05 696f646566"),
          new Vector(
              "RFC 4034 section 5.4, as TA",
              RRType.TA,
              "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
              "ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118"),
          new Vector(
              "RFC 4431, encoded by ldns 1.8.3",
              RRType.DLV,
              "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
              "ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118"));
}
