// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: some types from APL (42) on. */
final class LaterRDataVectors {
  private LaterRDataVectors() {}

  static final List<Vector> ALL =
      List.of(
          new Vector(
              "RFC 4255 section 3.2",
              RRType.SSHFP,
              "2 1 123456789ABCDEF67890123456789ABCDEF67890",
              "02 01 123456789abcdef67890123456789abcdef67890"),
          new Vector(
              "RFC 4701 section 3.6.1",
              RRType.DHCID,
              "AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=",
              "000201636fc0b8271c82825bb1ac5c41cf5351aa69b4febd94e8f17cdb95000da48c40"),
          new Vector(
              "RFC 4701 section 3.6.2",
              RRType.DHCID,
              "AAEBOSD+XR3Os/0LozeXVqcNc7FwCfQdWL3b/NaiUDlW2No=",
              "0001013920fe5d1dceb3fd0ba3379756a70d73b17009f41d58bddbfcd6a2503956d8da"),
          new Vector(
              "own",
              RRType.RKEY,
              "0 255 1 AQMFD5raczCJHViKtLYhWGz8",
              "0000 ff 01 0103050f9ada7330891d588ab4b621586cfc"),
          new Vector(
              "BIND's test zone",
              RRType.TALINK,
              ". talink1.example.",
              "00 0774616c696e6b31076578616d706c6500"),
          new Vector(
              "RFC 6742 section 2.1", RRType.NID, "10 14:4fff:ff20:ee64", "000a 00144fffff20ee64"),
          new Vector("RFC 6742 section 2.2", RRType.L32, "10 10.1.2.0", "000a 0a010200"),
          new Vector(
              "RFC 6742 section 2.3", RRType.L64, "10 2001:db8:1140:1000", "000a 20010db811401000"),
          new Vector(
              "own, leading bit set", RRType.L64, "65535 ffff:0:0:1", "ffff ffff000000000001"),
          new Vector(
              "RFC 6742 section 2.4",
              RRType.LP,
              "10 l64-subnet1.example.com.",
              "000a 0b6c36342d7375626e657431076578616d706c6503636f6d00"),
          new Vector("RFC 7043 section 3.2", RRType.EUI48, "00-00-5e-00-53-2a", "00005e00532a"),
          new Vector(
              "RFC 7043 section 4.2", RRType.EUI64, "00-00-5e-ef-10-00-00-2a", "00005eef1000002a"));
}
