/** Our own labelled set: an item, and words of customers who ask for it, in English, Turkish and German. */
export const PAIRS: ReadonlyArray<{ item: string; words: readonly string[] }> = [
  {
    item: 'Single sign-on with SAML (Entra ID, Okta)',
    words: [
      'From June nobody may use a separate password. Unless we sign in through Entra ID we cannot renew.',
      'We need SAML sign-on with our Okta tenant.',
      'Single sign on is required by our security team.',
    ],
  },
  {
    item: 'SCIM user provisioning',
    words: [
      'Users who leave must be removed automatically, by SCIM provisioning from Azure.',
      'Our IT wants user provisioning instead of inviting everybody by hand.',
    ],
  },
  {
    item: 'Export shipments to Excel with all columns',
    words: [
      'The Excel export leaves out half of the columns.',
      'Can we export the shipments with every column we see on the screen?',
    ],
  },
  {
    item: 'Karanlık tema',
    words: ['Gece vardiyası için karanlık bir tema istiyoruz.', 'KARANLIK TEMA YOK MU?'],
  },
  {
    item: 'Faturaların SAP’ye otomatik aktarımı',
    words: [
      'Faturalar SAP’ye elle aktarılıyor, otomatik aktarım lazım.',
      'Fatura aktarımı her gece SAP tarafında hata veriyor.',
    ],
  },
  {
    item: 'Gelişmiş ılık depo sıcaklık uyarıları',
    words: [
      'ILIK DEPO İÇİN SICAKLIK UYARISI GELMİYOR',
      'Depoda sıcaklık sınırı aşılınca uyarı almak istiyoruz.',
    ],
  },
  {
    item: 'Schnittstelle zu DATEV',
    words: [
      'Wir brauchen eine Schnittstelle zu DATEV für die Buchhaltung.',
      'DATEV-Export der Rechnungen',
    ],
  },
  {
    item: 'Webhooks for status changes',
    words: [
      'Please call our endpoint by webhook when the status changes.',
      'Webhook for every status change',
    ],
  },
  {
    item: 'Audit log for administrators',
    words: [
      'Our auditor asks for a log of what administrators change.',
      'An audit log is missing.',
    ],
  },
  {
    item: 'Report builder with scheduled e-mails',
    words: [
      'I want to build my own report and have it e-mailed every Monday.',
      'Scheduled reports by e-mail for the board',
    ],
  },
]

/** Items that nobody here asks for. */
export const UNRELATED = [
  'Route optimisation for electric trucks',
  'Driver app: offline mode',
  'Carbon footprint of each tour',
  'Barcode scanner support',
  'Customs documents for Switzerland',
  'Chat between driver and dispatcher',
  'Mobil uygulamada bildirim ayarları',
  'Palettenkonten je Kunde',
  'Two-factor codes by text message',
  'API rate limits per key',
  'Public holidays per region',
  'Weight checks at the gate',
]
