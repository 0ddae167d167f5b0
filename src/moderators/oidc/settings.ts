/** The provider of the newsroom's accounts, and what its word is worth here. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What is asked for, `openid` among it. */
  scope: string;
  /** The name of the claim that says what somebody may do; a path of names where one is inside another. */
  claim: string;
  owners: readonly Grant[];
  moderators: readonly Grant[];
}

/** What one value of the claim opens: these sites, or all of them where none is named. */
export interface Grant {
  value: string;
  sites: readonly string[];
}
