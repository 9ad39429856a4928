const ofCertificate =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH$|EPROTO$)/;

/** Whether an error of Node's, by its code, says that nobody vouches for who answers, or that it does not speak TLS. */
export const isCertificateFault = (code: string): boolean => ofCertificate.test(code);
