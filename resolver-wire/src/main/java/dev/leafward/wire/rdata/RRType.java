// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The type of a resource record, or of a question: an open 16-bit value.
 *
 * <p>RFC 1035 section 3.2.2; the constants are IANA's assignments (RFC 6895 section 3.1). A number
 * without a constant is as good a value as any other and is written {@code TYPE731} (RFC 3597
 * section 5). Values are equal when their numbers are.
 *
 * <p>A constant says nothing about whether the data of that type is understood: that is the matter
 * of {@link RDataFormats}.
 */
public final class RRType implements Comparable<RRType> {
  private static final CodeTable<RRType> TABLE = new CodeTable<>("TYPE");

  /** A host's IPv4 address (RFC 1035). */
  public static final RRType A = assigned(1, "A");

  /** An authoritative name server (RFC 1035). */
  public static final RRType NS = assigned(2, "NS");

  /** A mail destination (obsolete) (RFC 1035). */
  public static final RRType MD = assigned(3, "MD");

  /** A mail forwarder (obsolete) (RFC 1035). */
  public static final RRType MF = assigned(4, "MF");

  /** The canonical name of an alias (RFC 1035). */
  public static final RRType CNAME = assigned(5, "CNAME");

  /** The start of a zone of authority (RFC 1035). */
  public static final RRType SOA = assigned(6, "SOA");

  /** A mailbox domain name (RFC 1035). */
  public static final RRType MB = assigned(7, "MB");

  /** A mail group member (RFC 1035). */
  public static final RRType MG = assigned(8, "MG");

  /** A mail rename domain name (RFC 1035). */
  public static final RRType MR = assigned(9, "MR");

  /** A null record (RFC 1035). */
  public static final RRType NULL = assigned(10, "NULL");

  /** Well-known services (RFC 1035). */
  public static final RRType WKS = assigned(11, "WKS");

  /** A domain name pointer (RFC 1035). */
  public static final RRType PTR = assigned(12, "PTR");

  /** Host information (RFC 1035). */
  public static final RRType HINFO = assigned(13, "HINFO");

  /** Mailbox information (RFC 1035). */
  public static final RRType MINFO = assigned(14, "MINFO");

  /** Mail exchange (RFC 1035). */
  public static final RRType MX = assigned(15, "MX");

  /** Text strings (RFC 1035). */
  public static final RRType TXT = assigned(16, "TXT");

  /** A responsible person (RFC 1183). */
  public static final RRType RP = assigned(17, "RP");

  /** An AFS database location (RFC 1183). */
  public static final RRType AFSDB = assigned(18, "AFSDB");

  /** An X.25 PSDN address (RFC 1183). */
  public static final RRType X25 = assigned(19, "X25");

  /** An ISDN address (RFC 1183). */
  public static final RRType ISDN = assigned(20, "ISDN");

  /** Route through (RFC 1183). */
  public static final RRType RT = assigned(21, "RT");

  /** An NSAP address (RFC 1706). */
  public static final RRType NSAP = assigned(22, "NSAP");

  /** An NSAP-style pointer (RFC 1706). */
  public static final RRType NSAP_PTR = assigned(23, "NSAP-PTR");

  /** A transaction signature (RFC 2931). */
  public static final RRType SIG = assigned(24, "SIG");

  /** A transaction key (RFC 2930). */
  public static final RRType KEY = assigned(25, "KEY");

  /** X.400 mail mapping (RFC 2163). */
  public static final RRType PX = assigned(26, "PX");

  /** A geographical position (RFC 1712). */
  public static final RRType GPOS = assigned(27, "GPOS");

  /** A host's IPv6 address (RFC 3596). */
  public static final RRType AAAA = assigned(28, "AAAA");

  /** A location (RFC 1876). */
  public static final RRType LOC = assigned(29, "LOC");

  /** The next domain (obsolete) (RFC 2535). */
  public static final RRType NXT = assigned(30, "NXT");

  /** An endpoint identifier (the Nimrod draft). */
  public static final RRType EID = assigned(31, "EID");

  /** A Nimrod locator (the Nimrod draft). */
  public static final RRType NIMLOC = assigned(32, "NIMLOC");

  /** The location of a service (RFC 2782). */
  public static final RRType SRV = assigned(33, "SRV");

  /** An ATM address (AF-DANS-0152). */
  public static final RRType ATMA = assigned(34, "ATMA");

  /** A naming authority pointer (RFC 3403). */
  public static final RRType NAPTR = assigned(35, "NAPTR");

  /** A key exchanger (RFC 2230). */
  public static final RRType KX = assigned(36, "KX");

  /** A certificate (RFC 4398). */
  public static final RRType CERT = assigned(37, "CERT");

  /** An IPv6 address (historic) (RFC 6563). */
  public static final RRType A6 = assigned(38, "A6");

  /** The redirection of a subtree (RFC 6672). */
  public static final RRType DNAME = assigned(39, "DNAME");

  /** A kitchen sink (the kitchen-sink draft). */
  public static final RRType SINK = assigned(40, "SINK");

  /** The EDNS pseudo-record (RFC 6891). */
  public static final RRType OPT = assigned(41, "OPT");

  /** An address prefix list (RFC 3123). */
  public static final RRType APL = assigned(42, "APL");

  /** A delegation signer (RFC 4034). */
  public static final RRType DS = assigned(43, "DS");

  /** An SSH key fingerprint (RFC 4255). */
  public static final RRType SSHFP = assigned(44, "SSHFP");

  /** An IPsec key (RFC 4025). */
  public static final RRType IPSECKEY = assigned(45, "IPSECKEY");

  /** The signature of an RRset (RFC 4034). */
  public static final RRType RRSIG = assigned(46, "RRSIG");

  /** The next secure name (RFC 4034). */
  public static final RRType NSEC = assigned(47, "NSEC");

  /** A zone's public key (RFC 4034). */
  public static final RRType DNSKEY = assigned(48, "DNSKEY");

  /** A DHCP client's identity (RFC 4701). */
  public static final RRType DHCID = assigned(49, "DHCID");

  /** The next secure name, hashed (RFC 5155). */
  public static final RRType NSEC3 = assigned(50, "NSEC3");

  /** The parameters of NSEC3 (RFC 5155). */
  public static final RRType NSEC3PARAM = assigned(51, "NSEC3PARAM");

  /** A TLS certificate association (RFC 6698). */
  public static final RRType TLSA = assigned(52, "TLSA");

  /** An S/MIME certificate association (RFC 8162). */
  public static final RRType SMIMEA = assigned(53, "SMIMEA");

  /** The host identity protocol (RFC 8005). */
  public static final RRType HIP = assigned(55, "HIP");

  /** Zone status information (the zone-status draft). */
  public static final RRType NINFO = assigned(56, "NINFO");

  /** A resource key (the rkey draft). */
  public static final RRType RKEY = assigned(57, "RKEY");

  /** A trust anchor link (the trust-history draft). */
  public static final RRType TALINK = assigned(58, "TALINK");

  /** A child's copy of DS (RFC 7344). */
  public static final RRType CDS = assigned(59, "CDS");

  /** The DNSKEY a child wants reflected in DS (RFC 7344). */
  public static final RRType CDNSKEY = assigned(60, "CDNSKEY");

  /** An OpenPGP key (RFC 7929). */
  public static final RRType OPENPGPKEY = assigned(61, "OPENPGPKEY");

  /** Child-to-parent synchronisation (RFC 7477). */
  public static final RRType CSYNC = assigned(62, "CSYNC");

  /** A digest of a zone (RFC 8976). */
  public static final RRType ZONEMD = assigned(63, "ZONEMD");

  /** A service binding (RFC 9460). */
  public static final RRType SVCB = assigned(64, "SVCB");

  /** A service binding for HTTPS (RFC 9460). */
  public static final RRType HTTPS = assigned(65, "HTTPS");

  /** The discovery of notification endpoints (RFC 9859). */
  public static final RRType DSYNC = assigned(66, "DSYNC");

  /** A hierarchical host identity tag (RFC 9886). */
  public static final RRType HHIT = assigned(67, "HHIT");

  /** A UAS broadcast remote identification (RFC 9886). */
  public static final RRType BRID = assigned(68, "BRID");

  /** A value coded by a recommendation of UNECE (the external-registry draft). */
  public static final RRType UNECE = assigned(69, "UNECE");

  /** A value coded by an ISO standard (the external-registry draft). */
  public static final RRType ISO = assigned(70, "ISO");

  /** Sender policy framework (obsolete) (RFC 7208). */
  public static final RRType SPF = assigned(99, "SPF");

  /** User information (reserved) (IANA). */
  public static final RRType UINFO = assigned(100, "UINFO");

  /** A user identifier (reserved) (IANA). */
  public static final RRType UID = assigned(101, "UID");

  /** A group identifier (reserved) (IANA). */
  public static final RRType GID = assigned(102, "GID");

  /** Unspecified (reserved) (IANA). */
  public static final RRType UNSPEC = assigned(103, "UNSPEC");

  /** A node identifier (RFC 6742). */
  public static final RRType NID = assigned(104, "NID");

  /** A 32-bit locator (RFC 6742). */
  public static final RRType L32 = assigned(105, "L32");

  /** A 64-bit locator (RFC 6742). */
  public static final RRType L64 = assigned(106, "L64");

  /** A locator pointer (RFC 6742). */
  public static final RRType LP = assigned(107, "LP");

  /** An EUI-48 address (RFC 7043). */
  public static final RRType EUI48 = assigned(108, "EUI48");

  /** An EUI-64 address (RFC 7043). */
  public static final RRType EUI64 = assigned(109, "EUI64");

  /** The mark of a name that does not exist (RFC 9824). */
  public static final RRType NXNAME = assigned(128, "NXNAME");

  /** A transaction key exchange (RFC 2930). */
  public static final RRType TKEY = assigned(249, "TKEY");

  /** A transaction signature (RFC 8945). */
  public static final RRType TSIG = assigned(250, "TSIG");

  /** The query for an incremental transfer (RFC 1995). */
  public static final RRType IXFR = assigned(251, "IXFR");

  /** The query for a whole zone (RFC 5936). */
  public static final RRType AXFR = assigned(252, "AXFR");

  /** The query for MB, MG and MR (RFC 1035). */
  public static final RRType MAILB = assigned(253, "MAILB");

  /** The query for mail agents (obsolete) (RFC 1035). */
  public static final RRType MAILA = assigned(254, "MAILA");

  /** The query for some or all records of a name (RFC 8482). */
  public static final RRType ANY = assigned(255, "ANY");

  /** A URI (RFC 7553). */
  public static final RRType URI = assigned(256, "URI");

  /** Certification authority authorisation (RFC 8659). */
  public static final RRType CAA = assigned(257, "CAA");

  /** Application visibility and control (IANA). */
  public static final RRType AVC = assigned(258, "AVC");

  /** A digital object architecture handle (the doa draft). */
  public static final RRType DOA = assigned(259, "DOA");

  /** An AMT relay (RFC 8777). */
  public static final RRType AMTRELAY = assigned(260, "AMTRELAY");

  /** Information on a resolver (RFC 9606). */
  public static final RRType RESINFO = assigned(261, "RESINFO");

  /** A public wallet address (IANA). */
  public static final RRType WALLET = assigned(262, "WALLET");

  /** A BP convergence layer adapter (IANA). */
  public static final RRType CLA = assigned(263, "CLA");

  /** A BP node number (IANA). */
  public static final RRType IPN = assigned(264, "IPN");

  /** A DNSSEC trust authority (IANA). */
  public static final RRType TA = assigned(32768, "TA");

  /** DNSSEC look-aside validation (historic) (RFC 8749). */
  public static final RRType DLV = assigned(32769, "DLV");

  private final int code;
  private final @Nullable String mnemonic;

  private RRType(int code, @Nullable String mnemonic) {
    this.code = code;
    this.mnemonic = mnemonic;
  }

  private static RRType assigned(int code, String mnemonic) {
    return TABLE.add(code, mnemonic, new RRType(code, mnemonic));
  }

  /**
   * Returns the type with this number.
   *
   * @param code 0..65535
   * @return the constant, where there is one
   * @throws IllegalArgumentException if the number is out of range
   */
  public static RRType of(int code) {
    RRType assigned = TABLE.find(code);
    return assigned != null ? assigned : new RRType(CodeTable.checked(code), null);
  }

  /**
   * Reads a mnemonic such as {@code AAAA}, or a generic name such as {@code TYPE65280}, in any
   * case.
   *
   * @param text the name of a type
   * @return the type
   * @throws IllegalArgumentException if the text names no type
   */
  public static RRType parse(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" names no RR type"));
  }

  /**
   * Looks for the type that a text names, as {@link #parse} does.
   *
   * @param text any text
   * @return the type, or empty if the text names none
   */
  public static Optional<RRType> find(String text) {
    Optional<RRType> assigned = TABLE.find(text);
    if (assigned.isPresent()) {
      return assigned;
    }
    OptionalInt generic = TABLE.genericCode(text);
    return generic.isPresent() ? Optional.of(of(generic.getAsInt())) : Optional.empty();
  }

  /**
   * Returns the number on the wire.
   *
   * @return 0..65535
   */
  public int code() {
    return code;
  }

  /**
   * Tells whether no zone can hold records of this type: OPT, and the range 128..255 of query and
   * meta types (RFC 6895 section 3.1).
   *
   * @return true for OPT, ANY, AXFR, TSIG and the like
   */
  public boolean isMeta() {
    return code == 41 || (code >= 128 && code <= 255);
  }

  /** Orders by number, as the type bit maps of RFC 4034 do. */
  @Override
  public int compareTo(RRType other) {
    return Integer.compare(code, other.code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RRType that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /**
   * Returns the mnemonic, or the generic name where there is none.
   *
   * @return for instance {@code AAAA} or {@code TYPE65280}
   */
  @Override
  public String toString() {
    return mnemonic != null ? mnemonic : TABLE.genericName(code);
  }
}
