export { ClaimSuggestionType } from './graphql/suggestion.type.js';
export { SuggestionLoader } from './suggestion.loader.js';
export { maySeeSuggestions } from './suggestion-lists.service.js';
export { SuggestionsModule } from './suggestions.module.js';
