// What a newcomer may ask first.
export const SUGGESTIONS = [
  "is Rosneft sanctioned?",
  "what's in relief option B?",
  "who is drafting the list?",
  "how fresh are your lists?",
];
