// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import java.util.List;

/**
 * The one list of RR types whose data this library understands.
 *
 * <p>A type that is not listed is read as {@link UnknownRData} (RFC 3597). To add a type: one file
 * with its record, one constant in {@link RRType}, one line here. Types of a program's own go into
 * a {@link RDataRegistry} instead.
 */
public final class RDataFormats {
  /** Sorted by number. */
  private static final List<RDataFormat> LIST =
      List.of(
          new RDataFormat(RRType.A, A::read, A::parse),
          new RDataFormat(RRType.NS, NS::read, NS::parse),
          new RDataFormat(RRType.MD, MD::read, MD::parse),
          new RDataFormat(RRType.MF, MF::read, MF::parse),
          new RDataFormat(RRType.CNAME, CNAME::read, CNAME::parse),
          new RDataFormat(RRType.SOA, SOA::read, SOA::parse),
          new RDataFormat(RRType.MB, MB::read, MB::parse),
          new RDataFormat(RRType.MG, MG::read, MG::parse),
          new RDataFormat(RRType.MR, MR::read, MR::parse),
          new RDataFormat(RRType.NULL, NULL::read, NULL::parse),
          new RDataFormat(RRType.WKS, WKS::read, WKS::parse),
          new RDataFormat(RRType.PTR, PTR::read, PTR::parse),
          new RDataFormat(RRType.HINFO, HINFO::read, HINFO::parse),
          new RDataFormat(RRType.MINFO, MINFO::read, MINFO::parse),
          new RDataFormat(RRType.MX, MX::read, MX::parse),
          new RDataFormat(RRType.TXT, TXT::read, TXT::parse),
          new RDataFormat(RRType.RP, RP::read, RP::parse),
          new RDataFormat(RRType.AFSDB, AFSDB::read, AFSDB::parse),
          new RDataFormat(RRType.X25, X25::read, X25::parse),
          new RDataFormat(RRType.ISDN, ISDN::read, ISDN::parse),
          new RDataFormat(RRType.RT, RT::read, RT::parse),
          new RDataFormat(RRType.NSAP, NSAP::read, NSAP::parse),
          new RDataFormat(RRType.NSAP_PTR, NSAPPTR::read, NSAPPTR::parse),
          new RDataFormat(RRType.SIG, SIG::read, SIG::parse),
          new RDataFormat(RRType.KEY, KEY::read, KEY::parse),
          new RDataFormat(RRType.PX, PX::read, PX::parse),
          new RDataFormat(RRType.GPOS, GPOS::read, GPOS::parse),
          new RDataFormat(RRType.AAAA, AAAA::read, AAAA::parse),
          new RDataFormat(RRType.LOC, LOC::read, LOC::parse),
          new RDataFormat(RRType.NXT, NXT::read, NXT::parse),
          new RDataFormat(RRType.EID, EID::read, EID::parse),
          new RDataFormat(RRType.NIMLOC, NIMLOC::read, NIMLOC::parse),
          new RDataFormat(RRType.SRV, SRV::read, SRV::parse),
          new RDataFormat(RRType.ATMA, ATMA::read, ATMA::parse),
          new RDataFormat(RRType.NAPTR, NAPTR::read, NAPTR::parse),
          new RDataFormat(RRType.KX, KX::read, KX::parse),
          new RDataFormat(RRType.CERT, CERT::read, CERT::parse),
          new RDataFormat(RRType.A6, A6::read, A6::parse),
          new RDataFormat(RRType.DNAME, DNAME::read, DNAME::parse),
          new RDataFormat(RRType.SINK, SINK::read, SINK::parse),
          new RDataFormat(RRType.APL, APL::read, APL::parse),
          new RDataFormat(RRType.DS, DS::read, DS::parse),
          new RDataFormat(RRType.SSHFP, SSHFP::read, SSHFP::parse),
          new RDataFormat(RRType.IPSECKEY, IPSECKEY::read, IPSECKEY::parse),
          new RDataFormat(RRType.RRSIG, RRSIG::read, RRSIG::parse),
          new RDataFormat(RRType.NSEC, NSEC::read, NSEC::parse),
          new RDataFormat(RRType.DNSKEY, DNSKEY::read, DNSKEY::parse),
          new RDataFormat(RRType.DHCID, DHCID::read, DHCID::parse),
          new RDataFormat(RRType.NSEC3, NSEC3::read, NSEC3::parse),
          new RDataFormat(RRType.NSEC3PARAM, NSEC3PARAM::read, NSEC3PARAM::parse),
          new RDataFormat(RRType.TLSA, TLSA::read, TLSA::parse),
          new RDataFormat(RRType.SMIMEA, SMIMEA::read, SMIMEA::parse),
          new RDataFormat(RRType.HIP, HIP::read, HIP::parse),
          new RDataFormat(RRType.NINFO, NINFO::read, NINFO::parse),
          new RDataFormat(RRType.RKEY, RKEY::read, RKEY::parse),
          new RDataFormat(RRType.TALINK, TALINK::read, TALINK::parse),
          new RDataFormat(RRType.CDS, CDS::read, CDS::parse),
          new RDataFormat(RRType.CDNSKEY, CDNSKEY::read, CDNSKEY::parse),
          new RDataFormat(RRType.OPENPGPKEY, OPENPGPKEY::read, OPENPGPKEY::parse),
          new RDataFormat(RRType.CSYNC, CSYNC::read, CSYNC::parse),
          new RDataFormat(RRType.ZONEMD, ZONEMD::read, ZONEMD::parse),
          new RDataFormat(RRType.SVCB, SVCB::read, SVCB::parse),
          new RDataFormat(RRType.HTTPS, HTTPS::read, HTTPS::parse),
          new RDataFormat(RRType.DSYNC, DSYNC::read, DSYNC::parse),
          new RDataFormat(RRType.HHIT, HHIT::read, HHIT::parse),
          new RDataFormat(RRType.BRID, BRID::read, BRID::parse),
          new RDataFormat(RRType.SPF, SPF::read, SPF::parse),
          new RDataFormat(RRType.NID, NID::read, NID::parse),
          new RDataFormat(RRType.L32, L32::read, L32::parse),
          new RDataFormat(RRType.L64, L64::read, L64::parse),
          new RDataFormat(RRType.LP, LP::read, LP::parse),
          new RDataFormat(RRType.EUI48, EUI48::read, EUI48::parse),
          new RDataFormat(RRType.EUI64, EUI64::read, EUI64::parse),
          new RDataFormat(RRType.TKEY, TKEY::read, TKEY::parse),
          new RDataFormat(RRType.TSIG, TSIG::read, TSIG::parse),
          new RDataFormat(RRType.URI, URI::read, URI::parse),
          new RDataFormat(RRType.CAA, CAA::read, CAA::parse),
          new RDataFormat(RRType.AVC, AVC::read, AVC::parse),
          new RDataFormat(RRType.DOA, DOA::read, DOA::parse),
          new RDataFormat(RRType.AMTRELAY, AMTRELAY::read, AMTRELAY::parse),
          new RDataFormat(RRType.RESINFO, RESINFO::read, RESINFO::parse),
          new RDataFormat(RRType.WALLET, WALLET::read, WALLET::parse),
          new RDataFormat(RRType.CLA, CLA::read, CLA::parse),
          new RDataFormat(RRType.IPN, IPN::read, IPN::parse),
          new RDataFormat(RRType.TA, TA::read, TA::parse),
          new RDataFormat(RRType.DLV, DLV::read, DLV::parse));

  static final RDataRegistry BUILT_IN = RDataRegistry.of(LIST);

  private RDataFormats() {}

  /**
   * Reads the data of one record from a message, as {@link RDataRegistry#read} of the {@linkplain
   * RDataRegistry#builtIn built-in registry} does.
   *
   * @param type the type of the record
   * @param in a reader fenced to exactly the RDATA; whoever set the fence checks that nothing is
   *     left over
   * @return the data; {@link UnknownRData} if the type is not known
   * @throws WireFormatException if the octets are no data of that type
   */
  public static RData read(RRType type, WireReader in) throws WireFormatException {
    return BUILT_IN.read(type, in);
  }

  /**
   * Reads the data of one record from text, as {@link RDataRegistry#parse} of the {@linkplain
   * RDataRegistry#builtIn built-in registry} does.
   *
   * @param type the type of the record
   * @param in the words of the record's data, all of which are used up
   * @return the data; {@link UnknownRData} if the type is not known
   * @throws TextFormatException if the text is no data of that type, or goes on behind it
   */
  public static RData parse(RRType type, TextReader in) throws TextFormatException {
    return BUILT_IN.parse(type, in);
  }
}
