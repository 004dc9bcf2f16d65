// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: where services are and what they are. */
final class ServiceRDataVectors {
  private ServiceRDataVectors() {}

  static final List<Vector> ALL =
      List.of(
          new Vector(
              "RFC 8005 section 6",
              RRType.HIP,
              "2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9L"
                  + "BPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs"
                  + "7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ"
                  + "48AWkskmdHaVDP4BcelrTI3rMXdXF5D",
              "10 02 0084 200100107b1a74df365639cc39f1d57803010001b771ca136"
                  + "e4aeb5ce44333c53b3d2c13c22243851fc708bcce29f7e2eb5787b5f56cc"
                  + "ad34f8223acc10904ddb56b2ec4a6d6232f3b50ea094f0914b3b941bbe52"
                  + "9af582c36bbadefdaf2adaf9b4911906f5b2522603c615272b880ec8fb93"
                  + "0cc6ee39c444daa75b1678f005a4b2499d1da5433f805c7a5ad3237acc5d"
                  + "d5c5e43"),
          new Vector(
              "RFC 8005 section 6, encoded by ldns 1.8.3",
              RRType.HIP,
              "2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9L"
                  + "BPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs"
                  + "7lBu+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ"
                  + "48AWkskmdHaVDP4BcelrTI3rMXdXF5D rvs.example.com.",
              "10 02 0084 200100107b1a74df365639cc39f1d57803010001b771ca136"
                  + "e4aeb5ce44333c53b3d2c13c22243851fc708bcce29f7e2eb5787b5f56cc"
                  + "ad34f8223acc10904ddb56b2ec4a6d6232f3b50ea094f0914b3b941bbe52"
                  + "9af582c36bbadefdaf2adaf9b4911906f5b2522603c615272b880ec8fb93"
                  + "0cc6ee39c444daa75b1678f005a4b2499d1da5433f805c7a5ad3237acc5d"
                  + "d5c5e4303 727673 07 6578616d706c65 03 636f6d 00"),
          new Vector(
              "own, two servers",
              RRType.HIP,
              "2 00 AA== rvs1.example. rvs2.example.",
              "01 02 0001 00 00 04 72767331 07 6578616d706c65 0004 72767332"
                  + " 07 6578616d706c65 00"),
          new Vector(
              "RFC 9859 section 2.2",
              RRType.DSYNC,
              "CDS NOTIFY 5359 cds-scanner.example.net.",
              "003b 01 14ef 0b 6364732d7363616e6e6572 07 6578616d706c65 03 " + "6e6574 00"),
          new Vector(
              "own, a scheme without a name", RRType.DSYNC, "CSYNC 128 53 .", "003e 80 0035 00"),
          new Vector("own", RRType.HHIT, "gwA=", "8300"),
          new Vector("own", RRType.BRID, "gwA=", "8300"),
          new Vector(
              "RFC 7553 section 4.5, encoded by ldns 1.8.3",
              RRType.URI,
              "10 1 \"ftp://ftp1.example.com/public\"",
              "000a 0001 6674703a2f2f667470312e6578616d706c652e636f6d2f7075" + "626c6963"),
          new Vector(
              "own, longer than a character string",
              RRType.URI,
              "0 0 \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                  + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                  + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                  + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                  + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                  + "xxxxx\"",
              "0000 0000 78787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "787878787878787878787878787878787878787878787878787878787878"
                  + "7878787878"),
          new Vector(
              "BIND 9.18's tests",
              RRType.AVC,
              "\"app-name:WOLFGANG|app-class:OAM|business=yes\"",
              "2c 6170702d6e616d653a574f4c4647414e477c6170702d636c6173733a4"
                  + "f414d7c627573696e6573733d796573"),
          new Vector(
              "BIND 9.18's tests",
              RRType.DOA,
              "0 1 2 \"\" aHR0cHM6Ly93d3cuaXNjLm9yZy8=",
              "00000000 00000001 02 00 68747470733a2f2f7777772e6973632e6f72" + "672f"),
          new Vector(
              "own",
              RRType.DOA,
              "1234567890 1234567890 1 \"image/gif\" -",
              "499602d2 499602d2 01 09 696d6167652f676966"),
          new Vector(
              "RFC 8777 section 4.3.1", RRType.AMTRELAY, "10 0 1 203.0.113.15", "0a 01 cb00710f"),
          new Vector(
              "RFC 8777 section 4.3.1",
              RRType.AMTRELAY,
              "10 0 2 2001:db8::15",
              "0a 02 20010db8000000000000000000000015"),
          new Vector(
              "RFC 8777 section 4.3.1",
              RRType.AMTRELAY,
              "128 1 3 amtrelays.example.com.",
              "80 83 09 616d7472656c617973 07 6578616d706c65 03 636f6d 00"),
          new Vector("RFC 8777 section 4.2.3", RRType.AMTRELAY, "10 1 0 .", "0a 80"),
          new Vector(
              "own, a relay of an undefined type", RRType.AMTRELAY, "\\# 4 0A7F0102", "0a 7f 0102"),
          new Vector(
              "RFC 9606 section 5",
              RRType.RESINFO,
              "\"qnamemin\" \"exterr=15-17\" \"infourl=https://resolver.example." + "com/guide\"",
              "08 716e616d656d696e0c 6578746572723d31352d31372a 696e666f757"
                  + "26c3d68747470733a2f2f7265736f6c7665722e6578616d706c652e636f6"
                  + "d2f6775696465"),
          new Vector(
              "own",
              RRType.WALLET,
              "\"BTC\" \"1ExampleAddress\"",
              "03 4254430f 314578616d706c6541646472657373"),
          new Vector(
              "draft-johnson-dns-ipn-cla-07 section 3.2",
              RRType.CLA,
              "\"TCP-V4-V6\" \"TCP-V6-V7\"",
              "09 5443502d56342d563609 5443502d56362d5637"),
          new Vector(
              "draft-johnson-dns-ipn-cla-07 section 3.1", RRType.IPN, "977000", "00000000000ee868"),
          new Vector("own", RRType.IPN, "18446744073709551615", "ffffffffffffffff"));
}
