<?php
/**
 * Plugin Name:       Bình luận
 * Description:       The comments of your posts by your binh-luan service: on every post or where the shortcode [binh-luan] stands, with counts on lists, readers who are signed in here, and articles that are told of as they are published.
 * Version:           1.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       binh-luan
 *
 * This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later
 * version. It is distributed in the hope that it will be useful, but without any warranty.
 */

defined( 'ABSPATH' ) || exit;

// As the comments template of a theme this file is read once more, where the comments are to stand. A class that stands
// under a condition is declared where it is reached, and not twice.
if ( class_exists( 'Binh_Luan', false ) ) :
	echo Binh_Luan::section( get_post() ); // phpcs:ignore WordPress.Security.EscapeOutput -- it is escaped as it is made.
else :

final class Binh_Luan {

	const OPTION   = 'binh_luan';
	const FAILURES = 'binh_luan_failures';
	/** Of a post: what the service was last told of it. */
	const TOLD = '_binh_luan';
	/** What runs in a request of its own, by WordPress' cron. */
	const TELL = 'binh_luan_tell';

	const TOKEN_SECONDS = 900;
	const MOST_TRIES    = 8;

	public static function start() {
		add_filter( 'gettext_binh-luan', array( self::class, 'in_vietnamese' ), 10, 2 );
		add_action( 'admin_menu', array( self::class, 'add_page' ) );
		add_action( 'admin_init', array( self::class, 'add_settings' ) );
		add_action( 'admin_notices', array( self::class, 'show_failures' ) );
		add_action( 'admin_post_binh_luan_again', array( self::class, 'tell_again' ) );
		register_activation_hook( __FILE__, array( self::class, 'activate' ) );
		register_deactivation_hook( __FILE__, array( self::class, 'deactivate' ) );
		if ( self::setting( 'service' ) && self::setting( 'site' ) ) {
			self::serve();
		}
	}

	/** All that needs to know where the service is. */
	private static function serve() {
		add_action( 'init', array( self::class, 'register_script' ) );
		add_filter( 'script_loader_tag', array( self::class, 'script_tag' ), 10, 2 );
		add_action( 'wp_footer', array( self::class, 'print_identifying' ), 5 );
		add_shortcode( 'binh-luan', array( self::class, 'shortcode' ) );
		add_filter( 'comments_template', array( self::class, 'template' ), 20 );
		add_filter( 'pre_render_block', array( self::class, 'block' ), 10, 2 );
		add_filter( 'comments_number', array( self::class, 'number_text' ) );
		add_filter( 'get_comments_number', array( self::class, 'number' ), 10, 2 );
		add_action( 'pre_comment_on_post', array( self::class, 'refuse_native' ) );
		add_action( 'wp_ajax_binh_luan_identity', array( self::class, 'answer_identity' ) );
		add_action( 'wp_ajax_nopriv_binh_luan_identity', array( self::class, 'answer_identity' ) );
		add_action( 'wp_after_insert_post', array( self::class, 'after_insert' ), 10, 4 );
		add_action( self::TELL, array( self::class, 'tell' ) );
	}

	/** What wp-config.php says, as BINH_LUAN_TOKEN, else what was saved on the page of settings. */
	private static function setting( $name ) {
		$constant = 'BINH_LUAN_' . strtoupper( $name );
		if ( defined( $constant ) ) {
			return (string) constant( $constant );
		}
		$saved = get_option( self::OPTION, array() );
		return isset( $saved[ $name ] ) ? (string) $saved[ $name ] : '';
	}

	private static function service( $path ) {
		return untrailingslashit( self::setting( 'service' ) ) . '/' . $path;
	}

	// What a page shows.

	/** The comments of a post, where its theme has them. */
	public static function section( $post ) {
		// Where the post says itself where they stand, they do not stand twice.
		if ( ! self::carries( $post ) || has_shortcode( $post->post_content, 'binh-luan' ) ) {
			return '';
		}
		$place = self::place( $post );
		return $place ? '<div id="comments" class="comments-area">' . $place . '</div>' : '';
	}

	/** [binh-luan], [binh-luan theme="dark" language="en"], [binh-luan article="chuyen-de" title="Chuyên đề"]. */
	public static function shortcode( $given ) {
		$known = array( 'article' => '', 'title' => '', 'url' => '', 'language' => '', 'theme' => '', 'accent' => '' );
		return self::place( get_post(), array_filter( shortcode_atts( $known, $given, 'binh-luan' ) ) );
	}

	/** Nothing in a feed, and where not everybody may read the post. */
	private static function place( $post, array $given = array() ) {
		if ( ! $post || is_feed() || ! is_post_publicly_viewable( $post ) || post_password_required( $post ) ) {
			return '';
		}
		self::catch_up( $post );
		wp_enqueue_script( 'binh-luan' );
		$usual = array(
			'site'    => self::setting( 'site' ),
			'article' => self::key( $post ),
			'title'   => self::title( $post ),
			'url'     => get_permalink( $post ),
		);
		if ( self::identifies() ) {
			$usual['post'] = $post->ID;
		}
		/** Filters what is said of a place, by the names of its attributes without `data-`. */
		$said = apply_filters( 'binh_luan_attributes', array_merge( $usual, $given ), $post );
		$html = '';
		foreach ( $said as $name => $value ) {
			$html .= ' data-' . sanitize_key( $name ) . '="' . esc_attr( $value ) . '"';
		}
		return "<div data-binh-luan$html>" . self::without_scripts( $said ) . '</div>';
	}

	private static function without_scripts( array $said ) {
		$asked = array_intersect_key( $said, array_flip( array( 'article', 'title', 'url', 'language' ) ) );
		$frame = self::service( 'embed/' . $said['site'] ) . '?' . http_build_query( $asked, '', '&' );
		return '<noscript><iframe src="' . esc_url( $frame ) . '" title="' . esc_attr__( 'Comments', 'binh-luan' ) .
			'" width="100%" height="900"></iframe></noscript>';
	}

	/** Instead of the theme's own template. */
	public static function template( $path ) {
		return self::carries( get_post() ) ? __FILE__ : $path;
	}

	/** Instead of WordPress' blocks of comments, before they ask for any. */
	public static function block( $html, $parsed ) {
		$post = get_post();
		if ( null !== $html || ! self::carries( $post ) ) {
			return $html;
		}
		switch ( $parsed['blockName'] ) {
			case 'core/comments':
			case 'core/post-comments':
				$is_shown = comments_open( $post ) || get_comments_number( $post );
				return $is_shown ? '<div class="wp-block-comments">' . self::section( $post ) . '</div>' : '';
			case 'core/post-comments-form':
				return '';
			case 'core/post-comments-count':
				return '<div class="wp-block-post-comments-count">' . self::count( $post ) . '</div>';
			case 'core/post-comments-link':
				$address = esc_url( get_permalink( $post ) . '#comments' );
				return '<div class="wp-block-post-comments-link"><a href="' . $address . '">' . self::counted( $post ) . '</a></div>';
			default:
				return $html;
		}
	}

	/** What themes write of a post in lists: the script puts the number in, for all of a page by one request. */
	public static function number_text( $text ) {
		$post = get_post();
		return is_admin() || is_feed() || ! self::carries( $post ) ? $text : self::counted( $post );
	}

	private static function counted( $post ) {
		/* translators: %s: the number of comments */
		return sprintf( esc_html__( 'Comments: %s', 'binh-luan' ), self::count( $post ) );
	}

	private static function count( $post ) {
		wp_enqueue_script( 'binh-luan' );
		return '<span data-binh-luan-count="' . esc_attr( self::key( $post ) ) . '">…</span>';
	}

	/** To a theme a closed post that had comments here still has some, else it would show none. */
	public static function number( $number, $post_id ) {
		if ( (int) $number > 0 || is_admin() || ! is_singular() || comments_open( $post_id ) ) {
			return $number;
		}
		return self::told( $post_id ) ? 1 : $number;
	}

	/** Who sends to WordPress' own form, which no page shows any more, is a program. */
	public static function refuse_native( $post_id ) {
		if ( self::carries( get_post( $post_id ) ) ) {
			wp_die( esc_html__( 'Please write your comment in the form below the post.', 'binh-luan' ), '', array( 'response' => 403 ) );
		}
	}

	/** Whether the comments of a post are the service's. */
	private static function carries( $post ) {
		/** Filters the types of posts whose comments are the service's. A shop's reviews stay the shop's. */
		$types = apply_filters( 'binh_luan_post_types', array_diff( get_post_types_by_support( 'comments' ), array( 'product' ) ) );
		return $post && in_array( $post->post_type, $types, true ) && is_post_type_viewable( $post->post_type );
	}

	/** The path of its address, with the query that a plain one is made of. */
	private static function key( $post ) {
		$parts = wp_parse_url( get_permalink( $post ) );
		$path  = isset( $parts['path'] ) ? $parts['path'] : '/';
		/** Filters the key of the article that a post is. */
		return apply_filters( 'binh_luan_article', isset( $parts['query'] ) ? "$path?{$parts['query']}" : $path, $post );
	}

	private static function title( $post ) {
		return self::plain( html_entity_decode( wp_strip_all_tags( get_the_title( $post ) ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ), 300 );
	}

	/** Text as the service takes it, which counts in units of UTF-16. */
	private static function plain( $text, $most ) {
		$plain = preg_replace( '/[\s\p{Cc}]+|\p{M}{31,}/u', ' ', wp_check_invalid_utf8( $text, true ) );
		$kept  = '';
		foreach ( preg_split( '//u', trim( $plain ), -1, PREG_SPLIT_NO_EMPTY ) as $letter ) {
			$most -= 4 === strlen( $letter ) ? 2 : 1;
			if ( $most < 0 ) {
				break;
			}
			$kept .= $letter;
		}
		return trim( $kept );
	}

	public static function register_script() {
		wp_register_script( 'binh-luan', self::service( 'embed.js' ), array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- the service says how long it is good for.
	}

	public static function script_tag( $tag, $handle ) {
		$more = ' async data-site="' . esc_attr( self::setting( 'site' ) ) . '" src=';
		return 'binh-luan' === $handle ? str_replace( ' src=', $more, $tag ) : $tag;
	}

	// Who is signed in.

	/** Whether the page is for somebody of whom the service is told who they are. */
	private static function identifies() {
		/** Filters whether a page asks who its reader is: true where pages are kept for readers who are signed in, too. */
		return '' !== self::setting( 'key' ) && apply_filters( 'binh_luan_identifies', is_user_logged_in() );
	}

	/** No token stands in a page, which might be kept for all: its reader's own browser asks for it, and again before it ends. */
	public static function print_identifying() {
		if ( ! self::identifies() || ! wp_script_is( 'binh-luan', 'enqueued' ) ) {
			return;
		}
		$address = wp_json_encode( admin_url( 'admin-ajax.php?action=binh_luan_identity&post=' ), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES );
		wp_print_inline_script_tag(
			"(function () {
	function identify(place) {
		fetch($address + (place.dataset.post || '0'), { credentials: 'same-origin' })
			.then(function (answer) { return answer.json(); })
			.then(function (told) { place.dataset.identity = told.identity; })
			.catch(function () { place.dataset.identity = ''; });
	}
	addEventListener('binh-luan:identity', function (event) { identify(event.target); });
	document.querySelectorAll('[data-binh-luan]').forEach(identify);
})();"
		);
	}

	public static function answer_identity() {
		$user    = wp_get_current_user();
		$post_id = isset( $_GET['post'] ) ? absint( $_GET['post'] ) : 0; // phpcs:ignore WordPress.Security.NonceVerification -- it changes nothing.
		wp_send_json( array( 'identity' => $user->exists() ? self::identity( $user, get_post( $post_id ) ) : '' ) );
	}

	/** A JWT, for a quarter of an hour (docs/identity.md of the service). */
	private static function identity( $user, $post ) {
		$key = self::setting( 'key' );
		if ( '' === $key ) {
			return '';
		}
		$now    = time();
		$claims = array(
			'sub'  => (string) $user->ID,
			'name' => self::name( $user ),
			'aud'  => self::setting( 'site' ),
			'iat'  => $now,
			'exp'  => $now + self::TOKEN_SECONDS,
		);
		// Not of a draft, which whoever may not publish has too.
		if ( $post && (int) $post->post_author === (int) $user->ID && is_post_publicly_viewable( $post ) ) {
			$claims['badge'] = 'author';
		}
		/** Filters what is said of a reader: `email` may be added, and `badge` be `author` or `guest`. */
		$claims = apply_filters( 'binh_luan_claims', $claims, $user, $post );
		$said   = self::encode( '{"alg":"HS256","typ":"JWT"}' ) . '.' . self::encode( wp_json_encode( $claims ) );
		return $said . '.' . self::encode( hash_hmac( 'sha256', $said, $key, true ) );
	}

	private static function encode( $bytes ) {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	}

	/** Without signs that look like a badge, for which the service would refuse the whole token. */
	private static function name( $user ) {
		$badges = '/[\x{2600}-\x{27BF}\x{2B00}-\x{2BFF}\x{221A}\x{A9}\x{AE}\x{2120}\x{2122}\x{1F300}-\x{1FAFF}]/u';
		$name   = self::plain( preg_replace( $badges, '', wp_check_invalid_utf8( $user->display_name, true ) ), 80 );
		return preg_match( '/[\p{L}\p{N}]/u', $name ) ? $name : $user->user_nicename;
	}

	// What the service is told of posts.

	/** Whoever publishes waits for nothing: the service is told in a request of its own. */
	public static function after_insert( $post_id, $post, $is_update, $before ) {
		if ( '' === self::setting( 'token' ) || ! self::carries( $post ) ) {
			return;
		}
		if ( ! self::told( $post_id ) && $before && 'publish' === $before->post_status ) {
			// From before this plugin: the service knows it by its address of then.
			self::remember( $post_id, array( 'key' => self::key( $before ), 'open' => true ) );
		}
		$now = self::state( $post );
		if ( self::told( $post_id ) || ( $now && $now['open'] ) ) {
			self::tell_soon( $post_id );
		}
	}

	/** Tells what changed and nobody saved: posts that are closed for their age, addresses with another category. */
	private static function catch_up( $post ) {
		$told = self::told( $post->ID );
		$now  = self::state( $post );
		if ( '' === self::setting( 'token' ) || ! self::carries( $post ) || $told === $now || ( ! $told && $now['open'] ) ) {
			return;
		}
		if ( ! isset( self::failures()[ $post->ID ] ) ) {
			self::tell_soon( $post->ID );
		}
	}

	private static function tell_soon( $post_id, $seconds = 0 ) {
		wp_schedule_single_event( time() + $seconds, self::TELL, array( (int) $post_id ) );
	}

	public static function tell( $post_id ) {
		$failures = self::failures();
		$error    = self::tell_of( $post_id );
		$tries    = isset( $failures[ $post_id ] ) ? $failures[ $post_id ]['tries'] + 1 : 1;
		unset( $failures[ $post_id ] );
		if ( '' !== $error ) {
			$failures[ $post_id ] = array( 'error' => $error, 'tries' => $tries );
			if ( $tries < self::MOST_TRIES ) {
				self::tell_soon( $post_id, 300 * 2 ** ( $tries - 1 ) );
			}
		}
		update_option( self::FAILURES, array_slice( $failures, -100, null, true ), false );
	}

	/** What went wrong, or nothing. */
	private static function tell_of( $post_id ) {
		$post = get_post( $post_id );
		$told = self::told( $post_id );
		$now  = self::state( $post );
		if ( ! $now ) {
			return $told ? self::close( $post_id, $told ) : '';
		}
		if ( $told && $told['key'] !== $now['key'] ) {
			$move  = array( 'from' => $told['key'], 'to' => $now['key'], 'alias' => true );
			$error = self::ask( 'POST', '/articles/moves', array( 'moves' => array( $move ) ) );
			if ( '' !== $error ) {
				return $error;
			}
		}
		$said  = array( 'title' => self::title( $post ), 'url' => get_permalink( $post ) );
		$error = self::ask( 'PUT', '/articles', $now + $said );
		if ( '' === $error ) {
			self::remember( $post_id, $now );
		}
		return $error;
	}

	/** A post that is published no more takes no more comments. */
	private static function close( $post_id, array $told ) {
		$closed = array( 'key' => $told['key'], 'open' => false );
		$error  = self::ask( 'PUT', '/articles', $closed );
		if ( '' === $error ) {
			self::remember( $post_id, $closed );
		}
		return $error;
	}

	/** What the service should know of a post; null where it is not public. */
	private static function state( $post ) {
		$is_public = $post && self::carries( $post ) && is_post_publicly_viewable( $post );
		return $is_public ? array( 'key' => self::key( $post ), 'open' => comments_open( $post ) ) : null;
	}

	private static function told( $post_id ) {
		$told = get_post_meta( $post_id, self::TOLD, true );
		return is_array( $told ) ? $told : null;
	}

	private static function remember( $post_id, array $told ) {
		// WordPress takes the slashes off what it is given here.
		update_post_meta( $post_id, self::TOLD, wp_slash( $told ) );
	}

	private static function failures() {
		return get_option( self::FAILURES, array() );
	}

	/** What the service says against it, or nothing. The token goes nowhere else. */
	private static function ask( $method, $path, $body = null ) {
		$answer = wp_remote_request(
			self::service( 'api/v1/sites/' . self::setting( 'site' ) . $path ),
			array(
				'method'      => $method,
				'timeout'     => 10,
				'redirection' => 0,
				'headers'     => array(
					'Authorization'   => 'Bearer ' . self::setting( 'token' ),
					'Content-Type'    => 'application/json',
					'Accept-Language' => self::is_vietnamese() ? 'vi' : 'en',
				),
				'body'        => null === $body ? null : wp_json_encode( $body ),
			)
		);
		if ( is_wp_error( $answer ) ) {
			return $answer->get_error_message();
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		return 200 === $status ? '' : trim( "$status " . self::problem( wp_remote_retrieve_body( $answer ) ) );
	}

	private static function problem( $body ) {
		$problem = json_decode( $body, true );
		if ( isset( $problem['errors'][0]['message'] ) ) {
			return $problem['errors'][0]['message'];
		}
		return isset( $problem['detail'] ) ? $problem['detail'] : '';
	}

	// What the administration shows.

	public static function show_failures() {
		$failures = current_user_can( 'edit_others_posts' ) ? self::failures() : array();
		if ( ! $failures ) {
			return;
		}
		echo '<div class="notice notice-error"><p>' . esc_html__( 'The comment service could not be told of these posts:', 'binh-luan' ) . '</p><ul>';
		foreach ( array_slice( $failures, -5, null, true ) as $post_id => $failure ) {
			echo '<li>' . esc_html( get_the_title( $post_id ) . ': ' . $failure['error'] ) . '</li>';
		}
		$again = wp_nonce_url( admin_url( 'admin-post.php?action=binh_luan_again' ), 'binh_luan_again' );
		echo '</ul><p><a href="' . esc_url( $again ) . '">' . esc_html__( 'Try again now', 'binh-luan' ) . '</a></p></div>';
	}

	public static function tell_again() {
		check_admin_referer( 'binh_luan_again' );
		if ( current_user_can( 'edit_others_posts' ) ) {
			array_map( array( self::class, 'tell' ), array_slice( array_keys( self::failures() ), -5 ) );
		}
		wp_safe_redirect( wp_get_referer() ?: admin_url() );
		exit;
	}

	public static function add_page() {
		add_options_page( 'Bình luận', 'Bình luận', 'manage_options', 'binh-luan', array( self::class, 'show_page' ) );
	}

	public static function add_settings() {
		register_setting( 'binh-luan', self::OPTION, array( 'sanitize_callback' => array( self::class, 'sanitize' ) ) );
		add_settings_section( 'service', '', '__return_null', 'binh-luan' );
		foreach ( self::fields() as $name => $field ) {
			$told = array( 'name' => $name, 'label_for' => "binh-luan-$name" ) + $field;
			add_settings_field( $name, $field['label'], array( self::class, 'show_field' ), 'binh-luan', 'service', $told );
		}
	}

	private static function fields() {
		return array(
			'service' => array(
				'label' => __( 'Address of the service', 'binh-luan' ),
				'type'  => 'url',
				'help'  => 'https://comments.example',
			),
			'site'    => array(
				'label' => __( 'Site', 'binh-luan' ),
				'type'  => 'text',
				'help'  => __( 'The id by which the service knows this site, such as bao-moi.', 'binh-luan' ),
			),
			'key'     => array(
				'label' => __( 'Identity key', 'binh-luan' ),
				'type'  => 'password',
				'help'  => __( 'Signs who a reader is who is signed in here. Made by: site identity-key add SITE', 'binh-luan' ),
			),
			'token'   => array(
				'label' => __( 'API token', 'binh-luan' ),
				'type'  => 'password',
				'help'  => __( 'Of an owner of the site; tells of articles as they are published. Made by: moderator token NAME --scope site', 'binh-luan' ),
			),
		);
	}

	/** What is secret is never shown again. */
	public static function show_field( array $field ) {
		$name      = $field['name'];
		$is_secret = 'password' === $field['type'];
		$value     = self::setting( $name );
		printf(
			'<input id="%s" name="%s" type="%s" value="%s" placeholder="%s" class="regular-text" autocomplete="off" spellcheck="false"%s>',
			esc_attr( $field['label_for'] ),
			esc_attr( self::OPTION . "[$name]" ),
			esc_attr( $field['type'] ),
			esc_attr( $is_secret ? '' : $value ),
			esc_attr( $is_secret && $value ? __( 'Saved; leave empty to keep it', 'binh-luan' ) : '' ),
			disabled( defined( 'BINH_LUAN_' . strtoupper( $name ) ), true, false )
		);
		if ( $is_secret && $value ) {
			printf(
				' <label><input type="checkbox" name="%s" value="1"> %s</label>',
				esc_attr( self::OPTION . "[remove-$name]" ),
				esc_html__( 'Remove it', 'binh-luan' )
			);
		}
		echo '<p class="description">' . esc_html( $field['help'] ) . '</p>';
	}

	/** What is wrong is said, and what was saved before stays. */
	public static function sanitize( $given ) {
		$given = is_array( $given ) ? $given : array();
		$saved = get_option( self::OPTION, array() );
		foreach ( array_keys( self::fields() ) as $name ) {
			$value = isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? trim( $given[ $name ] ) : '';
			if ( in_array( $name, array( 'key', 'token' ), true ) && '' === $value && empty( $given[ "remove-$name" ] ) ) {
				continue;
			}
			if ( '' !== $value && ! self::is_good( $name, $value ) ) {
				/* translators: %s: the name of a field */
				add_settings_error( self::OPTION, $name, sprintf( __( 'Please check “%s”.', 'binh-luan' ), self::fields()[ $name ]['label'] ) );
				continue;
			}
			$saved[ $name ] = 'service' === $name ? untrailingslashit( esc_url_raw( $value, array( 'https', 'http' ) ) ) : $value;
		}
		return $saved;
	}

	private static function is_good( $name, $value ) {
		if ( 'service' === $name ) {
			return 1 === preg_match( '~^https?://[^\s/?#@]+(/[^\s?#]*)?$~i', $value ) && '' !== esc_url_raw( $value, array( 'https', 'http' ) );
		}
		return 1 === preg_match( 'site' === $name ? '/^[a-z0-9][a-z0-9-]{0,63}$/D' : '/^[\x21-\x7e]{1,512}$/D', $value );
	}

	public static function show_page() {
		echo '<div class="wrap"><h1>Bình luận</h1><p>' . esc_html( self::connection() ) . '</p><form action="options.php" method="post">';
		settings_fields( 'binh-luan' );
		do_settings_sections( 'binh-luan' );
		submit_button();
		echo '</form></div>';
	}

	/** What the service says of what is set. */
	private static function connection() {
		if ( '' === self::setting( 'service' ) || '' === self::setting( 'site' ) ) {
			return __( 'Fill in the address of the service and the site to begin.', 'binh-luan' );
		}
		$origin = preg_replace( '~^(https?://[^/]+).*$~i', '$1', home_url() );
		$asked  = self::service( 'api/v1/embedding?site=' . self::setting( 'site' ) );
		$answer = wp_remote_get( $asked, array( 'timeout' => 5, 'headers' => array( 'Origin' => $origin, 'Accept-Language' => self::is_vietnamese() ? 'vi' : 'en' ) ) );
		$told   = json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( ! is_array( $told ) || ! array_key_exists( 'reason', $told ) ) {
			return __( 'The service does not answer at this address.', 'binh-luan' );
		}
		if ( null !== $told['reason'] ) {
			return $told['detail'];
		}
		$error = '' === self::setting( 'token' ) ? '' : self::ask( 'GET', '/articles?limit=1' );
		/* translators: %s: what the service says */
		return '' === $error ? __( 'The service knows this site.', 'binh-luan' ) : sprintf( __( 'The service refuses the API token: %s', 'binh-luan' ), $error );
	}

	public static function activate() {
		register_uninstall_hook( __FILE__, array( self::class, 'uninstall' ) );
	}

	public static function deactivate() {
		wp_unschedule_hook( self::TELL );
	}

	/** Comments are the service's, and stay there. */
	public static function uninstall() {
		delete_option( self::OPTION );
		delete_option( self::FAILURES );
		delete_post_meta_by_key( self::TOLD );
	}

	// How it speaks.

	private static function is_vietnamese() {
		return 0 === strpos( determine_locale(), 'vi' );
	}

	/** Where no translation of another kind is there. */
	public static function in_vietnamese( $translation, $text ) {
		$words = self::VIETNAMESE;
		return $translation === $text && self::is_vietnamese() && isset( $words[ $text ] ) ? $words[ $text ] : $translation;
	}

	const VIETNAMESE = array(
		'Comments'      => 'Bình luận',
		'Comments: %s'  => '%s bình luận',
		'Site'          => 'Mã trang báo',
		'Identity key'  => 'Khóa xác thực bạn đọc',
		'API token'     => 'Mã truy cập API',
		'Remove it'     => 'Xóa giá trị này',
		'Try again now' => 'Thử lại ngay',
		'Address of the service' => 'Địa chỉ dịch vụ',
		'Please check “%s”.' => 'Vui lòng kiểm tra lại “%s”.',
		'Saved; leave empty to keep it' => 'Đã lưu; để trống nếu giữ nguyên',
		'Please write your comment in the form below the post.' => 'Vui lòng gửi bình luận bằng biểu mẫu dưới bài viết.',
		'The comment service could not be told of these posts:' => 'Chưa báo được các bài sau cho dịch vụ bình luận:',
		'The id by which the service knows this site, such as bao-moi.' => 'Mã của trang này ở dịch vụ, ví dụ bao-moi.',
		'Signs who a reader is who is signed in here. Made by: site identity-key add SITE' => 'Dùng để xác nhận bạn đọc đã đăng nhập ở đây. Tạo bằng lệnh: site identity-key add SITE',
		'Of an owner of the site; tells of articles as they are published. Made by: moderator token NAME --scope site' => 'Của một quản trị viên trang báo; dùng để báo cho dịch vụ khi đăng bài. Tạo bằng lệnh: moderator token NAME --scope site',
		'Fill in the address of the service and the site to begin.' => 'Vui lòng điền địa chỉ dịch vụ và mã trang báo để bắt đầu.',
		'The service does not answer at this address.' => 'Dịch vụ chưa trả lời ở địa chỉ này.',
		'The service knows this site.' => 'Đã kết nối với dịch vụ.',
		'The service refuses the API token: %s' => 'Dịch vụ không nhận mã truy cập API: %s',
	);
}

Binh_Luan::start();

endif;
