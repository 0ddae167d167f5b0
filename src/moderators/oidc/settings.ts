/** The provider of the newsroom's accounts, and what its word is worth here. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The name of the claim that says what somebody may do. */
  claim: string;
  owners: readonly Grant[];
  moderators: readonly Grant[];
}

/** What one value of the claim opens: these sites, or all of them where none is named. */
export interface Grant {
  value: string;
  sites: readonly string[];
}
