package org.plenum.console.login;

import java.util.concurrent.CompletableFuture;
import org.plenum.console.connection.ServerAddress;
import org.plenum.model.pki.CertificateFingerprint;

/**
 * Asks whether a server that is contacted for the first time is the right one.
 *
 * @param answer completed by the administrator
 */
public record FingerprintQuestion(
    ServerAddress address, CertificateFingerprint fingerprint, CompletableFuture<Boolean> answer) {}
