/** The federal courts of appeals whose law leads where a person is held. */
export const CIRCUITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'DC'] as const;
