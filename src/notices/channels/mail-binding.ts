/** As the platform has it (`send_email`). */
export interface MailBinding {
  send(message: {
    to: string;
    from: { email: string; name: string };
    subject: string;
    headers: Record<string, string>;
    text: string;
    html: string;
  }): Promise<unknown>;
}
