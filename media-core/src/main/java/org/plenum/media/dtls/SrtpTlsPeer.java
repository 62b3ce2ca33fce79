package org.plenum.media.dtls;

import java.util.Optional;

/** One side of a handshake, asked for the result. */
interface SrtpTlsPeer {
  /** What was agreed; present once the handshake is complete. */
  Optional<DtlsAssociation.Keys> keys();
}
